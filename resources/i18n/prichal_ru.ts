<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en_US">
    <context>
        <name>Banner</name>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Card</name>
        <message numerus="yes">
            <source> and %n more</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n deal(s)</source>
            <translation>
                <numerusform>%n сделка</numerusform>
                <numerusform>%n сделки</numerusform>
                <numerusform>%n сделок</numerusform>
            </translation>
        </message>
        <message>
            <source>Call {phone}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contact No. {id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deal No. {id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit the name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything required is filled in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Failed stages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Finish</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>General</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>History</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lead No. {id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Links</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the contact to the bin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the deal to the bin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the lead to the bin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Needed: {fields}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Required fields:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Responsible</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Responsible: {name}. Hand over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Still missing: {fields}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take out of the bin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What to do here: {hint}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>and what happened to the lead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>came again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>contract {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>created {moment}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>everything of this person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>for {sum}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>neighbouring contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>neighbouring deal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>neighbouring lead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>of {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>overdue {sum}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{client} is handed over to {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{filled} of {total}</source>
            <translation>{filled} из {total}</translation>
        </message>
        <message>
            <source>{name} (away)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is in the bin for 30 days</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CardBlocks</name>
        <message>
            <source>About the client</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Asked for on the way</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation>Отмена</translation>
        </message>
        <message>
            <source>Deal No. {id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit: {block}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Email</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filled in by the process</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From {record}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Known: this client is with {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Known: {name}, {record}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last, first and middle name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lead No. {id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is filled in yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One more email</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One more phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Overwrite with mine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation>Сохранить</translation>
        </message>
        <message>
            <source>Take theirs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Throw away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You began to edit this and did not save it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>name and phones are the contact's</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>needed for “{stage}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not filled in</source>
            <translation>не указано</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>seen in leads and deals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{filled} of {total}</source>
            <translation>{filled} из {total}</translation>
        </message>
        <message>
            <source>{who} has saved here meanwhile: {value}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CardErrors</name>
        <message>
            <source>A comment can be corrected within an hour only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From 1 to {most} payments.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file is too large.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file takes {size}; at most {limit} can be attached.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This file is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write something first.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CardFiles</name>
        <message>
            <source>All files (*)</source>
            <translation>Все файлы (*)</translation>
        </message>
        <message>
            <source>Attach a file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attach: {field}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attaching {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a file</source>
            <translation>Выберите файл</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete “{name}”?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More about {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open</source>
            <translation>Открыть</translation>
        </message>
        <message>
            <source>Open {name}</source>
            <translation>Открыть: {name}</translation>
        </message>
        <message>
            <source>Picture {moment}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save as…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file goes from this card for everyone.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CardPayments</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a payment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the receipt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Eighth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Eleventh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fifth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fill this in</source>
            <translation>Заполните</translation>
        </message>
        <message>
            <source>First</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fourth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Full price</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How many payments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lay out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left in all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Method</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More about the payment: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ninth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No. {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the receipt {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paid: {percent}%</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Payment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Payment received</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Payments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Planned for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Planned payment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Receipt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Receive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Received on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Receive…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove the planned payment?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation>Сохранить</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Schedule of payments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Second</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seventh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sixth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tenth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Third</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Twelfth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>planned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>received</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{sum} every month, the last on {day}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>%(argument_name)s: %(message)s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%(option)s may mean %(matches)s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%(prog)s: %(message)s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%(value)r is none of %(choices)s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An error in the program itself. What happened is in {file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Interrupted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Main</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody reads the output any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Once more: </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Password: </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Prichal keeps an office's clients: leads, deals, contacts and what is to be done next.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The database is ready: {url}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without a command the window opens. The password is read from PRICHAL_PASSWORD or asked for. Exit codes: 0 done, 1 refused, 2 wrong usage.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a CSV or XLSX file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a value is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a whole number is expected, not %(value)r</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>answer in JSON, for programs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>arguments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>at most so many</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>bring records in from a file of another system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>commands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>draw the main windows with demo data into PNG files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>fill a database with an invented office, to try things out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>find leads, deals and contacts by a part of what is known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>how many leads</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>language of a new database; the system's by default</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>language of the preset's texts; the system's by default</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>make a new database with its administrator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>missing: %s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not understood: %s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>options</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>part of a name, a phone in any writing, an email, a number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>show this help and exit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sqlite:///path, a file's path, or postgresql://…; the last one used where not given</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>takes no value, not %r</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the administrator's last and first name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the administrator's phone or email</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the country of the working calendar, such as RU</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the moment to build around, such as 2025-11-18T11:45</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the office's currency, such as RUB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the office's name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the office's time zone, such as Europe/Moscow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the same number gives the same office</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>usage: </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>what the file holds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>what the office does: stages, fields and rules to begin with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>what to do with people who are known by phone or email</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>where the pictures go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>who works: a phone or email; who did last by default</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Conversion</name>
        <message numerus="yes">
            <source>%n deal(s)</source>
            <translation>
                <numerusform>%n сделка</numerusform>
                <numerusform>%n сделки</numerusform>
                <numerusform>%n сделок</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n field(s) of the lead missing</source>
            <translation>
                <numerusform>Не хватает %n поля лида</numerusform>
                <numerusform>Не хватает %n полей лида</numerusform>
                <numerusform>Не хватает %n полей лида</numerusform>
            </translation>
        </message>
        <message>
            <source>Afterwards</source>
            <translation>После перевода</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Все файлы (*)</translation>
        </message>
        <message>
            <source>Check before converting</source>
            <translation>Проверка перед переводом</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>Выберите файл</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Контакт</translation>
        </message>
        <message>
            <source>Contact No. {number}</source>
            <translation>Контакт № {number}</translation>
        </message>
        <message>
            <source>Contract</source>
            <translation>Договор</translation>
        </message>
        <message>
            <source>Convert to a deal</source>
            <translation>Перевести в сделку</translation>
        </message>
        <message>
            <source>Deal</source>
            <translation>Сделка</translation>
        </message>
        <message>
            <source>Executor</source>
            <translation>Исполнитель</translation>
        </message>
        <message>
            <source>Fields of the lead</source>
            <translation>Поля и блоки лида</translation>
        </message>
        <message>
            <source>Files and questionnaire</source>
            <translation>Файлы и анкета</translation>
        </message>
        <message>
            <source>Fill this in</source>
            <translation>Заполните</translation>
        </message>
        <message>
            <source>First payment, {symbol}</source>
            <translation>Первый платёж, {symbol}</translation>
        </message>
        <message>
            <source>Full price, {symbol}</source>
            <translation>Полная цена, {symbol}</translation>
        </message>
        <message>
            <source>Goes to the deal</source>
            <translation>Перейдёт в сделку</translation>
        </message>
        <message>
            <source>How</source>
            <translation>Как</translation>
        </message>
        <message>
            <source>Lay out the rest, {rest}, in</source>
            <translation>Остаток {rest} разложить на</translation>
        </message>
        <message>
            <source>Lead No. {number}</source>
            <translation>Лид № {number}</translation>
        </message>
        <message>
            <source>Lines of the timeline</source>
            <translation>События ленты</translation>
        </message>
        <message>
            <source>More than zero is needed</source>
            <translation>Нужна сумма больше нуля</translation>
        </message>
        <message>
            <source>Name, phones, emails and birth date are edited in the contact from then on.</source>
            <translation>Имя, телефоны, почта и дата рождения правятся в контакте.</translation>
        </message>
        <message>
            <source>Name, phones, emails and birth date are taken from the lead</source>
            <translation>Имя, телефоны, почту и дату рождения возьмём из лида</translation>
        </message>
        <message>
            <source>New contact</source>
            <translation>Новый контакт</translation>
        </message>
        <message>
            <source>Paid on</source>
            <translation>Внесён</translation>
        </message>
        <message>
            <source>Planned activities</source>
            <translation>Планируемые дела</translation>
        </message>
        <message>
            <source>Required fields</source>
            <translation>Обязательные поля</translation>
        </message>
        <message>
            <source>Responsible for the deal</source>
            <translation>Ответственный за сделку</translation>
        </message>
        <message>
            <source>Some fields need a look</source>
            <translation>Проверьте отмеченные поля</translation>
        </message>
        <message>
            <source>The contact gets: {points}</source>
            <translation>Добавим контакту: {points}</translation>
        </message>
        <message>
            <source>The deal begins with “{stage}”, the first payment is marked as received.</source>
            <translation>Сделка начнётся с «{stage}», первый платёж в ней уже отмечен.</translation>
        </message>
        <message>
            <source>The lead's timeline, files and open activities go along</source>
            <translation>Лента, файлы и открытые дела лида перейдут в сделку</translation>
        </message>
        <message>
            <source>This day is still to come</source>
            <translation>Этот день ещё не наступил</translation>
        </message>
        <message>
            <source>This is more than the full price</source>
            <translation>Это больше полной цены</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Тип</translation>
        </message>
        <message>
            <source>You keep reading the deal.</source>
            <translation>Вы продолжите видеть сделку.</translation>
        </message>
        <message>
            <source>by turn</source>
            <translation>по очереди</translation>
        </message>
        <message>
            <source>number, if there is one</source>
            <translation>номер, если есть</translation>
        </message>
        <message>
            <source>payments</source>
            <translation>платежей</translation>
        </message>
        <message>
            <source>same email</source>
            <translation>та же почта</translation>
        </message>
        <message>
            <source>same name</source>
            <translation>похожее имя</translation>
        </message>
        <message>
            <source>same phone</source>
            <translation>тот же телефон</translation>
        </message>
        <message>
            <source>{amount} each, from {day}</source>
            <translation>по {amount}, с {day}</translation>
        </message>
        <message>
            <source>{filled} of {total}</source>
            <translation>{filled} из {total}</translation>
        </message>
        <message>
            <source>{name} is a deal now</source>
            <translation>{name}: теперь это сделка</translation>
        </message>
        <message>
            <source>{name} is away until {day}, the turn is passed over.</source>
            <translation>{name} отсутствует до {day}, очередь пропущена.</translation>
        </message>
    </context>
    <context>
        <name>Crash</name>
        <message>
            <source>Go on working</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Prichal: an error in the program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the log</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something went wrong in the program itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you typed is still there. Try again; if it repeats, send your administrator the log.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Dialogs</name>
        <message>
            <source>Cancel</source>
            <translation>Отмена</translation>
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Errors</name>
        <message>
            <source>A file can't be written here. Choose another folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A new contact needs a name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A new deal needs its contact and its type.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A new lead needs a name, a phone or email, and the source.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An office was set up in this database already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another file is here already. Choose another name.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>At least %n character(s).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At most {most} reminders, each before the activity starts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose who is responsible.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter a name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the first payment: it has to be above zero.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the subject.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every payment has to be above zero.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Here the answer has to be known.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Line {line} of the file is far too long. Perhaps a quotation mark is missing before it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No column of the file is recognised. Say in the wizard which column is what.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No connection to the database. Check the network.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No database was opened here yet. Name one with --database, or make one with “prichal init”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody has signed in here yet. Say who works with --login.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only comments can be changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say the reason.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody has changed this meanwhile. Look at the new values and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The amount can't be below zero.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The database can be read, but not written to.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The database did not answer ({code}). Try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The database file is damaged. Take the latest backup copy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The database is busy with other work. Try again in a moment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The date has to lie between {earliest} and {latest}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The disk with the database is full. Free some space on it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The duration has to be from one minute to a day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The login or the password is wrong.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The meeting has to lie in the future.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The password is missing. Put it into PRICHAL_PASSWORD.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The payments add up to more than the full price.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server takes no more connections. Try again in a minute.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The stage needs fields that are not filled yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The stage needs this field: it can't be emptied.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The two passwords are not the same.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are clients in this database. Demo data goes into an empty one only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is a database of Prichal here already. Connect to it, or choose another place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no database file at {path}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no file at {path}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no screen. “prichal screenshots DIR” draws the windows into files without one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no such field any more. Refresh the card.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no such way of writing to a client.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This activity is completed already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This activity is still planned.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This address can't be read. It looks like server/database.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This amount can't be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This currency is not known.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This database is empty: no office was set up in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This database is from a newer Prichal: update the program.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This database is from an older Prichal. An administrator has to bring it up to date.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This database was not made by Prichal.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This date can't be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This employee does not work here any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This file is not a database: {path}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is a folder. Add the name of a file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is neither a phone number nor an email.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is possible with a meeting only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This lead has become a deal already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This number can't be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This number is too large.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This place is not used any more. Choose another one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This record is in the bin. Restore it first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This record is not there any more, or is not yours to see.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This result is not used any more. Choose another one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This stage is not used any more. Choose another one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This text is too long.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This text is too long: at most {limit} characters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This time can't be read. It looks like 2025-11-18T11:45.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This time zone is not known. It looks like Europe/Moscow.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This value does not suit the field.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This was refused ({code}). Check what was entered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To complete a lead, convert it into a deal.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Too many digits after the decimal point.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Too many wrong passwords. Try again in %n second(s).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write a comment for the timeline.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yes or no is expected here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You may not read {path}. Ask for access, or copy the file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your role does not allow this. Ask your administrator.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} can't be read from the disk. Copy it and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} has a password. Save it without one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} has headings, but no rows below them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} has no columns that can be told apart.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} is a folder. Choose the file in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} is a web page with another ending. Export it as CSV or XLSX.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} is damaged or no workbook. Save it anew as XLSX.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} is no table in text. Export it as CSV or XLSX.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} is too large. Divide it, or export it as CSV.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FieldForms</name>
        <message numerus="yes">
            <source>%n year(s) old</source>
            <translation>
                <numerusform>%n год</numerusform>
                <numerusform>%n года</numerusform>
                <numerusform>%n лет</numerusform>
            </translation>
        </message>
        <message>
            <source>Fill this in</source>
            <translation>Заполните</translation>
        </message>
        <message>
            <source>One more messenger</source>
            <translation>Ещё мессенджер</translation>
        </message>
        <message>
            <source>no</source>
            <translation>нет</translation>
        </message>
        <message>
            <source>the client doesn't know</source>
            <translation>клиент не знает</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>да</translation>
        </message>
    </context>
    <context>
        <name>Fields</name>
        <message>
            <source>A whole number is needed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Calendar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not asked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One more address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One more phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the calendar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Required</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This date can't be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not a number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not a sum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the client doesn't know</source>
            <translation>клиент не знает</translation>
        </message>
    </context>
    <context>
        <name>FilterField</name>
        <message>
            <source>All conditions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop the filter {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter and search</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FirstRun</name>
        <message numerus="yes">
            <source>%n field(s) on the cards</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n outcome(s)</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n rule(s) that the program keeps</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n stage(s)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A good one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Access</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add training records</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Administrator</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>At least %n character(s)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation>Отмена</translation>
        </message>
        <message>
            <source>Choose one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect to a database that exists</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Create the database</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Creating…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Currency</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Database</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Databases (*.db)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the server and the database</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fields</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fill this in</source>
            <translation>Заполните</translation>
        </message>
        <message>
            <source>First name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Invites employees and gives rights</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leads</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Long enough</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Main</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Monday to Friday, no holidays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Office</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Office server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Office server, {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On this computer, {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Once more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One file, nothing to set up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone or email: your login</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PostgreSQL: a sign-in and rights of one's own for everyone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Prichal — first run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remember me</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say where the file is to be</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stages and fields can be changed later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step {number} of {steps}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Templates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This system has no keyring, so the password is not kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Three short steps to the first lead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time zone of the office</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>User of the server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Welcome</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the office does</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where the database is to be</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where the file is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who can open the file can read it all. For several workplaces take a server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who opened and changed what is written to the history.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Will be created</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Working calendar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>from two workplaces</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in the system's protected keyring</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing is sent to clients</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>server/database</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}, administrator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{preset}, training records</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FirstSteps</name>
        <message numerus="yes">
            <source>%n stage(s) of deals</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n stage(s) of leads</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A CSV or XLSX file, an export of another CRM</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bring your clients over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Database and administrator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First steps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stages, fields and rules of the preset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{done} of {all}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Format</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tomorrow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yesterday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in {duration}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number} bn {currency}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number} m {currency}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>History</name>
        <message>
            <source>Activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Added</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Amount</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Became</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comment on the result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contact</source>
            <translation>Контакт</translation>
        </message>
        <message>
            <source>Deal</source>
            <translation>Сделка</translation>
        </message>
        <message>
            <source>Description</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exported</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the bin since</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looked up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Method</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Payment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone or email</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pinned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Place</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Planned for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Receipt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Received on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Refused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Removed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Responsible</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Subject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taken by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Title</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Viewed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Was</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why there is no recording</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no</source>
            <translation>нет</translation>
        </message>
        <message>
            <source>the client doesn't know</source>
            <translation>клиент не знает</translation>
        </message>
        <message>
            <source>the program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>yes</source>
            <translation>да</translation>
        </message>
    </context>
    <context>
        <name>NewRecords</name>
        <message>
            <source>All files (*)</source>
            <translation>Все файлы (*)</translation>
        </message>
        <message>
            <source>Choose a contact from the list</source>
            <translation>Выберите контакт из списка</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>Выберите файл</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Контакт</translation>
        </message>
        <message>
            <source>Contact No. {number}</source>
            <translation>Контакт № {number}</translation>
        </message>
        <message>
            <source>Contacts found</source>
            <translation>Найденные контакты</translation>
        </message>
        <message>
            <source>New contact</source>
            <translation>Новый контакт</translation>
        </message>
        <message>
            <source>New deal</source>
            <translation>Новая сделка</translation>
        </message>
        <message>
            <source>New lead</source>
            <translation>Новый лид</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Открыть</translation>
        </message>
        <message>
            <source>Open {name}</source>
            <translation>Открыть: {name}</translation>
        </message>
        <message>
            <source>Part of the name or phone</source>
            <translation>Часть имени или телефона</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Сохранить</translation>
        </message>
        <message>
            <source>Some fields need a look</source>
            <translation>Проверьте отмеченные поля</translation>
        </message>
        <message>
            <source>This client is already with a colleague: {colleague}</source>
            <translation>Этот клиент уже у коллеги: {colleague}</translation>
        </message>
        <message>
            <source>This email is known: {person}</source>
            <translation>Эта почта уже есть: {person}</translation>
        </message>
        <message>
            <source>This person is known: {person}</source>
            <translation>Этот человек уже есть: {person}</translation>
        </message>
        <message>
            <source>This phone is known: {person}</source>
            <translation>Этот телефон уже есть: {person}</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>Actions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a lead named “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a lead with this phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change the stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clients</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contact</source>
            <translation>Контакт</translation>
        </message>
        <message>
            <source>Contact No. {number}</source>
            <translation>Контакт № {number}</translation>
        </message>
        <message>
            <source>Deal No. {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lead No. {number}</source>
            <translation>Лид № {number}</translation>
        </message>
        <message>
            <source>Name, phone, contract; &gt; for commands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New stage of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody was found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search and commands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search in everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all with “{text}” in the list of leads</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>actions of the client</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>activity {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>choose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>commands only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>phone contains &lt;b&gt;{digits}&lt;/b&gt;</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Panel</name>
        <message>
            <source>Fold: {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unfold: {title}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Payments</name>
        <message>
            <source>Card</source>
            <translation>Карта</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>Наличные</translation>
        </message>
        <message>
            <source>Otherwise</source>
            <translation>Иначе</translation>
        </message>
        <message>
            <source>Transfer</source>
            <translation>Перевод</translation>
        </message>
    </context>
    <context>
        <name>Records</name>
        <message numerus="yes">
            <source>%n condition(s)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>30 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>7 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>90 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&lt;b&gt;{amount}&lt;/b&gt; on average</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>&lt;b&gt;{count}&lt;/b&gt; contact(s)</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>&lt;b&gt;{count}&lt;/b&gt; deal(s)</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>&lt;b&gt;{count}&lt;/b&gt; lead(s)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All contacts in progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All deals in progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All leads in progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Closed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Conditions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contacts: &lt;b&gt;{count}&lt;/b&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Created from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Created up to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deals: &lt;b&gt;{count}&lt;/b&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leads: &lt;b&gt;{count}&lt;/b&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Me</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>My contacts in progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>My deals in progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>My leads in progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Planned later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ready filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Responsible</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Selected &lt;b&gt;{count}&lt;/b&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The department's contacts in progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The department's deals in progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The department's leads in progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type</source>
            <translation>Тип</translation>
        </message>
        <message>
            <source>Will be found: {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without activities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>all of them hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{counted} for {sums}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>A training database neither dials nor sends.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>About Prichal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a deal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a lead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add what the tab shows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change the stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comment for the timeline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Complete the activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contacts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Database “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Density</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import from a file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In a list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It opened in your own program; the timeline notes that it went.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Large</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leads</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>My activities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name, phone, contract</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No connection since {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No softphone is set up here. Dial {phone} by hand.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On a tab</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Online · all changes are saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plan an activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Prichal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Prichal — {tab}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ready · file on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Refresh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Refreshing…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search and commands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search in everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Switch between light and dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no email on the card.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no valid phone on the card.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Usual</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Version {version}. Clients, deals and the next step with each.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Was the message to {name} sent?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whole window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} can't be written to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: menu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{tab}, {count} need attention</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SidePanel</name>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SignIn</name>
        <message>
            <source>Address, such as name:password@server/database</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another version</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Busy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Can't be opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Caps Lock is on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checking…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a database file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clients and deals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect a database</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect to the office's server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dark theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Database</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Database file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Database “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Databases (*.db);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter your password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter your phone or email</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File not found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New database…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No connection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Office server · {host}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Office server…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Online</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone or email</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Prichal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Prichal — sign in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ready</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remember me on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signing in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take off the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This database can't be connected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This system has no keyring, so the password is not kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Version {version}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who opened and changed what is written to the history.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StageBar</name>
        <message>
            <source>Stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{stage}, current stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{stage}, passed</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Stages</name>
        <message>
            <source>All files (*)</source>
            <translation>Все файлы (*)</translation>
        </message>
        <message>
            <source>Check of the fields</source>
            <translation>Проверка полей</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>Выберите файл</translation>
        </message>
        <message>
            <source>Close as failed</source>
            <translation>Закрыть как неудачу</translation>
        </message>
        <message>
            <source>Closing as failed needs the reason</source>
            <translation>Для неудачной стадии нужна причина</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>Перевести</translation>
        </message>
        <message>
            <source>Move to a stage</source>
            <translation>Перевод на стадию</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Причина</translation>
        </message>
        <message>
            <source>Still to fill in: {fields}</source>
            <translation>Осталось указать: {fields}</translation>
        </message>
        <message>
            <source>What the client said, what did not suit</source>
            <translation>Что сказал клиент, что не подошло</translation>
        </message>
        <message>
            <source>What to do here</source>
            <translation>Что здесь делать</translation>
        </message>
        <message>
            <source>Write the reason</source>
            <translation>Напишите причину</translation>
        </message>
        <message>
            <source>not filled in</source>
            <translation>не указано</translation>
        </message>
        <message>
            <source>{left} of {total} fields missing</source>
            <translation>Не хватает {left} из {total} полей</translation>
        </message>
        <message>
            <source>{name}: {stage}</source>
            <translation>{name}: {stage}</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>Activity done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Came by import</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contact added</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deal No. {id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deal added</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File attached</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First payment {amount}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Incoming call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lead No. {id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lead added</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lead became a deal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Meeting missed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Outgoing call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Payment changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Payment planned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Payment received</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Payment removed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pinned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Responsible</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taken out of the bin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Visit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>contact No. {id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>corrected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>deal No. {id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>taken by {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{channel} received</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{channel} sent</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
