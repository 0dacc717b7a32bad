<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en_US">
    <context>
        <name>Activities</name>
        <message numerus="yes">
            <source>%n activity(s)</source>
            <translation>
                <numerusform>%n дело</numerusform>
                <numerusform>%n дела</numerusform>
                <numerusform>%n дел</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n дело</numerusform>
                <numerusform>%n дела</numerusform>
                <numerusform>%n дел</numerusform>
            </translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>Дело</translation>
        </message>
        <message>
            <source>Add: {what}</source>
            <translation>Добавить: {what}</translation>
        </message>
        <message>
            <source>Another place…</source>
            <translation>Другое место…</translation>
        </message>
        <message>
            <source>Change the activity</source>
            <translation>Изменить дело</translation>
        </message>
        <message>
            <source>Choose from the list, or empty the line.</source>
            <translation>Выберите из списка или очистите строку.</translation>
        </message>
        <message>
            <source>Client</source>
            <translation>Клиент</translation>
        </message>
        <message>
            <source>Clients found</source>
            <translation>Найденные клиенты</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>Описание</translation>
        </message>
        <message>
            <source>Duration</source>
            <translation>Длительность</translation>
        </message>
        <message>
            <source>Enter the day and the time.</source>
            <translation>Укажите день и время.</translation>
        </message>
        <message>
            <source>Enter the next step.</source>
            <translation>Напишите следующий шаг.</translation>
        </message>
        <message>
            <source>Name, phone or number; empty: for nobody in particular</source>
            <translation>Имя, телефон или номер; пусто — дело без клиента</translation>
        </message>
        <message>
            <source>New activity</source>
            <translation>Новое дело</translation>
        </message>
        <message>
            <source>Nobody was found</source>
            <translation>Никого не нашлось</translation>
        </message>
        <message>
            <source>Not later than {day}</source>
            <translation>Не позже {day}</translation>
        </message>
        <message numerus="yes">
            <source>Not later than {day}: %n working day(s) after the contact of {contact}</source>
            <translation>
                <numerusform>Не позже {day}: %n рабочий день после контакта {contact}</numerusform>
                <numerusform>Не позже {day}: %n рабочих дня после контакта {contact}</numerusform>
                <numerusform>Не позже {day}: %n рабочих дней после контакта {contact}</numerusform>
            </translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Место</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>Запланировать</translation>
        </message>
        <message>
            <source>Planned: {subject}, {when}</source>
            <translation>Запланировано: {subject}, {when}</translation>
        </message>
        <message>
            <source>Reason to go on against the rule</source>
            <translation>Почему вопреки правилу</translation>
        </message>
        <message>
            <source>Remind</source>
            <translation>Напомнить</translation>
        </message>
        <message>
            <source>Remind also</source>
            <translation>Напомнить ещё</translation>
        </message>
        <message>
            <source>Reminder</source>
            <translation>Напоминание</translation>
        </message>
        <message>
            <source>Required</source>
            <translation>Обязательно</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>Ответственный</translation>
        </message>
        <message>
            <source>Responsible: {name}</source>
            <translation>Ответственный: {name}</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Сохранить</translation>
        </message>
        <message>
            <source>Saved: {subject}, {when}</source>
            <translation>Сохранено: {subject}, {when}</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Тема</translation>
        </message>
        <message>
            <source>Subjects</source>
            <translation>Темы</translation>
        </message>
        <message>
            <source>This date can't be read: try “tomorrow 15” or “20.11 10:30”.</source>
            <translation>Дата не понята: попробуйте «завтра 15» или «20.11 10:30».</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Когда</translation>
        </message>
        <message>
            <source>Which place</source>
            <translation>Какое место</translation>
        </message>
        <message>
            <source>Without this reminder</source>
            <translation>Убрать это напоминание</translation>
        </message>
        <message>
            <source>against the rules: {rules}</source>
            <translation>вопреки правилам: {rules}</translation>
        </message>
        <message>
            <source>at the start</source>
            <translation>в начале</translation>
        </message>
        <message>
            <source>at {time} already: {subject}</source>
            <translation>в {time} уже есть: {subject}</translation>
        </message>
        <message>
            <source>away until {day}</source>
            <translation>нет до {day}</translation>
        </message>
        <message>
            <source>contact No. {number}</source>
            <translation>контакт № {number}</translation>
        </message>
        <message>
            <source>day off</source>
            <translation>вых.</translation>
        </message>
        <message>
            <source>deal No. {number}</source>
            <translation>сделка № {number}</translation>
        </message>
        <message>
            <source>don't remind</source>
            <translation>не надо</translation>
        </message>
        <message>
            <source>free at this time</source>
            <translation>в это время свободно</translation>
        </message>
        <message>
            <source>goes into the history</source>
            <translation>попадёт в историю</translation>
        </message>
        <message>
            <source>last day</source>
            <translation>крайний</translation>
        </message>
        <message>
            <source>lead No. {number}</source>
            <translation>лид № {number}</translation>
        </message>
        <message>
            <source>the next step, in brief</source>
            <translation>следующий шаг, коротко</translation>
        </message>
        <message>
            <source>today</source>
            <translation>сегодня</translation>
        </message>
        <message>
            <source>tomorrow 15, +3w</source>
            <translation>завтра 15, +3р</translation>
        </message>
        <message>
            <source>too late</source>
            <translation>поздно</translation>
        </message>
        <message>
            <source>{duration} before</source>
            <translation>за {duration}</translation>
        </message>
        <message numerus="yes">
            <source>{kind} — up to %n minute(s)</source>
            <translation>
                <numerusform>{kind} — до %n минуты</numerusform>
                <numerusform>{kind} — до %n минут</numerusform>
                <numerusform>{kind} — до %n минут</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Agenda</name>
        <message numerus="yes">
            <source>%n activity(s)</source>
            <translation>
                <numerusform>%n дело</numerusform>
                <numerusform>%n дела</numerusform>
                <numerusform>%n дел</numerusform>
            </translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Звонок</translation>
        </message>
        <message>
            <source>Done today</source>
            <translation>Сделано сегодня</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Позже</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>Письмо</translation>
        </message>
        <message>
            <source>Meeting</source>
            <translation>Встреча</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Сообщение</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Другое</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Просрочено</translation>
        </message>
        <message>
            <source>Today, {day}</source>
            <translation>Сегодня, {day}</translation>
        </message>
        <message>
            <source>Tomorrow, {day}</source>
            <translation>Завтра, {day}</translation>
        </message>
        <message>
            <source>confirmed</source>
            <translation>подтверждена</translation>
        </message>
        <message>
            <source>done</source>
            <translation>сделано</translation>
        </message>
        <message>
            <source>folded</source>
            <translation>свёрнуто</translation>
        </message>
    </context>
    <context>
        <name>Banner</name>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
    </context>
    <context>
        <name>Bell</name>
        <message numerus="yes">
            <source>%n client(s) are yours now</source>
            <translation>
                <numerusform>Вам передан %n клиент</numerusform>
                <numerusform>Вам переданы %n клиента</numerusform>
                <numerusform>Вам переданы %n клиентов</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new notification(s)</source>
            <translation>
                <numerusform>%n новое уведомление</numerusform>
                <numerusform>%n новых уведомления</numerusform>
                <numerusform>%n новых уведомлений</numerusform>
            </translation>
        </message>
        <message>
            <source>A colleague moves my client's stage</source>
            <translation>Коллега меняет стадию моего клиента</translation>
        </message>
        <message>
            <source>A comment on my client</source>
            <translation>Комментарий о моём клиенте</translation>
        </message>
        <message>
            <source>A contact is yours now: {client}</source>
            <translation>Вам передан контакт: {client}</translation>
        </message>
        <message>
            <source>A deal is yours now: {client}</source>
            <translation>Вам передана сделка: {client}</translation>
        </message>
        <message>
            <source>A lead is yours now: {client}</source>
            <translation>Вам передан лид: {client}</translation>
        </message>
        <message>
            <source>A meeting is confirmed</source>
            <translation>Встреча подтверждена</translation>
        </message>
        <message>
            <source>Activities</source>
            <translation>Дела</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Все</translation>
        </message>
        <message>
            <source>An activity is overdue</source>
            <translation>Дело просрочено</translation>
        </message>
        <message>
            <source>Bell</source>
            <translation>Колокольчик</translation>
        </message>
        <message>
            <source>Choose a day at least; work has to end after it begins.</source>
            <translation>Выберите хотя бы один день; конец должен быть позже начала.</translation>
        </message>
        <message>
            <source>Clients</source>
            <translation>Клиенты</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
        <message>
            <source>Colleagues</source>
            <translation>Коллеги</translation>
        </message>
        <message>
            <source>Do not disturb: reminders wait</source>
            <translation>Не беспокоить: напоминания подождут</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>Раньше</translation>
        </message>
        <message>
            <source>Mark all read</source>
            <translation>Прочитать все</translation>
        </message>
        <message>
            <source>Meeting confirmed: “{subject}”</source>
            <translation>Встреча подтверждена: «{subject}»</translation>
        </message>
        <message>
            <source>Moved to “{stage}”</source>
            <translation>Переведено на «{stage}»</translation>
        </message>
        <message>
            <source>New activity for you: {client}</source>
            <translation>Новое дело для вас: {client}</translation>
        </message>
        <message>
            <source>Nothing here yet</source>
            <translation>Здесь пока пусто</translation>
        </message>
        <message>
            <source>Notification settings</source>
            <translation>Настройки уведомлений</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>Уведомления</translation>
        </message>
        <message numerus="yes">
            <source>Notifications, %n unread</source>
            <translation>
                <numerusform>Уведомления, %n непрочитанное</numerusform>
                <numerusform>Уведомления, %n непрочитанных</numerusform>
                <numerusform>Уведомления, %n непрочитанных</numerusform>
            </translation>
        </message>
        <message>
            <source>Overdue: “{subject}”</source>
            <translation>Просрочено дело: «{subject}»</translation>
        </message>
        <message>
            <source>Popup</source>
            <translation>Окно</translation>
        </message>
        <message>
            <source>Remind only in these hours:</source>
            <translation>Напоминать только в эти часы:</translation>
        </message>
        <message>
            <source>Reminders and notifications</source>
            <translation>Напоминания и уведомления</translation>
        </message>
        <message>
            <source>Reminders sound</source>
            <translation>Звук напоминаний</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Сохранить</translation>
        </message>
        <message>
            <source>Show earlier ones</source>
            <translation>Показать более ранние</translation>
        </message>
        <message>
            <source>Somebody mentions me</source>
            <translation>Меня упомянули</translation>
        </message>
        <message>
            <source>Something is given to me</source>
            <translation>Мне что-то передано</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>Звук</translation>
        </message>
        <message>
            <source>Start Prichal with the system</source>
            <translation>Запускать Причал вместе с системой</translation>
        </message>
        <message>
            <source>Work begins</source>
            <translation>Начало работы</translation>
        </message>
        <message>
            <source>Work ends</source>
            <translation>Конец работы</translation>
        </message>
        <message>
            <source>was planned for {when}</source>
            <translation>было назначено: {when}</translation>
        </message>
        <message>
            <source>{who} left a comment</source>
            <translation>{who}: комментарий</translation>
        </message>
        <message>
            <source>{who} mentioned you</source>
            <translation>{who}: вас упомянули</translation>
        </message>
        <message>
            <source>{who} moved it to “{stage}”</source>
            <translation>{who}: переведено на «{stage}»</translation>
        </message>
        <message>
            <source>“{text}”</source>
            <translation>«{text}»</translation>
        </message>
    </context>
    <context>
        <name>Bin</name>
        <message>
            <source>Activities</source>
            <translation>Дела</translation>
        </message>
        <message>
            <source>Bin</source>
            <translation>Корзина</translation>
        </message>
        <message>
            <source>Bin: deleted in the last 30 days</source>
            <translation>Корзина: удалённое за 30 дней</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>Контакты</translation>
        </message>
        <message>
            <source>Deals</source>
            <translation>Сделки</translation>
        </message>
        <message>
            <source>Deleted</source>
            <translation>Удалённое</translation>
        </message>
        <message>
            <source>Deleted by</source>
            <translation>Кем</translation>
        </message>
        <message>
            <source>Deleted on</source>
            <translation>Удалено</translation>
        </message>
        <message>
            <source>Leads</source>
            <translation>Лиды</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Название</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Восстановить</translation>
        </message>
        <message>
            <source>Section</source>
            <translation>Раздел</translation>
        </message>
        <message>
            <source>The newest {count} are listed</source>
            <translation>Показаны последние {count}</translation>
        </message>
        <message>
            <source>There is nothing here that you could restore</source>
            <translation>Здесь нет ничего, что вы могли бы восстановить</translation>
        </message>
        <message>
            <source>{name} · merged into No. {id}</source>
            <translation>{name} · объединено с № {id}</translation>
        </message>
    </context>
    <context>
        <name>Board</name>
        <message numerus="yes">
            <source>%n card(s)</source>
            <translation>
                <numerusform>%n карточка</numerusform>
                <numerusform>%n карточки</numerusform>
                <numerusform>%n карточек</numerusform>
            </translation>
        </message>
        <message>
            <source>Add here</source>
            <translation>Добавить сюда</translation>
        </message>
        <message>
            <source>By activity: what presses first</source>
            <translation>По делу: сначала срочное</translation>
        </message>
        <message>
            <source>By date: the newest first</source>
            <translation>По дате: сначала новые</translation>
        </message>
        <message>
            <source>By hand: as I lay them</source>
            <translation>Вручную: как разложу сам</translation>
        </message>
        <message>
            <source>Change the stage</source>
            <translation>Изменить стадию</translation>
        </message>
        <message>
            <source>Choose the order by hand (the gear) to lay cards yourself</source>
            <translation>Чтобы раскладывать карточки самому, выберите под шестерёнкой порядок «Вручную»</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
        <message>
            <source>Close:</source>
            <translation>Завершить:</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Комментарий</translation>
        </message>
        <message>
            <source>Complete the activity</source>
            <translation>Выполнить дело</translation>
        </message>
        <message>
            <source>Ctrl+← → — neighbouring stage</source>
            <translation>Ctrl+← → — соседняя стадия</translation>
        </message>
        <message>
            <source>Esc — cancel the move</source>
            <translation>Esc — отменить перенос</translation>
        </message>
        <message>
            <source>Fold the column</source>
            <translation>Свернуть колонку</translation>
        </message>
        <message>
            <source>Kanban</source>
            <translation>Канбан</translation>
        </message>
        <message>
            <source>Moving: {who}</source>
            <translation>Переносим: {who}</translation>
        </message>
        <message>
            <source>Moving: {who} → {stage}</source>
            <translation>Переносим: {who} → {stage}</translation>
        </message>
        <message>
            <source>Needed: {fields}</source>
            <translation>Нужно: {fields}</translation>
        </message>
        <message>
            <source>No activity · plan one</source>
            <translation>Нет дела · назначить</translation>
        </message>
        <message>
            <source>No amount</source>
            <translation>Без суммы</translation>
        </message>
        <message>
            <source>Open the card</source>
            <translation>Открыть карточку</translation>
        </message>
        <message>
            <source>Opens the conversion</source>
            <translation>Откроется перевод в сделку</translation>
        </message>
        <message>
            <source>Order of the cards</source>
            <translation>Порядок карточек</translation>
        </message>
        <message>
            <source>Overdue · {duration}</source>
            <translation>Просрочено · {duration}</translation>
        </message>
        <message>
            <source>Unfold all columns</source>
            <translation>Развернуть все колонки</translation>
        </message>
        <message>
            <source>Unfold {stage}</source>
            <translation>Развернуть «{stage}»</translation>
        </message>
        <message>
            <source>the reason</source>
            <translation>причина</translation>
        </message>
        <message>
            <source>{field}, {count} more</source>
            <translation>{field}, ещё {count}</translation>
        </message>
        <message>
            <source>{stage}, {count}, folded</source>
            <translation>{stage}, {count}, свёрнуто</translation>
        </message>
    </context>
    <context>
        <name>Bulk</name>
        <message numerus="yes">
            <source>%n record(s)</source>
            <translation>
                <numerusform>%n запись</numerusform>
                <numerusform>%n записи</numerusform>
                <numerusform>%n записей</numerusform>
            </translation>
        </message>
        <message>
            <source>Activity: {subject}</source>
            <translation>Дело: {subject}</translation>
        </message>
        <message>
            <source>Activity…</source>
            <translation>Дело…</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Добавить</translation>
        </message>
        <message>
            <source>All emails</source>
            <translation>Все адреса почты</translation>
        </message>
        <message>
            <source>All fields</source>
            <translation>Все поля</translation>
        </message>
        <message>
            <source>All found selected: {count}</source>
            <translation>Выбраны все найденные: {count}</translation>
        </message>
        <message>
            <source>All phones</source>
            <translation>Все телефоны</translation>
        </message>
        <message>
            <source>Already so</source>
            <translation>Уже так</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Звонок</translation>
        </message>
        <message>
            <source>Change the tags</source>
            <translation>Изменить метки</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Изменено</translation>
        </message>
        <message>
            <source>Choose a tag or write a new one</source>
            <translation>Выберите метку или напишите новую</translation>
        </message>
        <message>
            <source>Choose the file…</source>
            <translation>Выбрать файл…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>Контакты</translation>
        </message>
        <message>
            <source>Deals</source>
            <translation>Сделки</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Удалить</translation>
        </message>
        <message numerus="yes">
            <source>Delete %n record(s)?</source>
            <translation>
                <numerusform>Удалить %n запись?</numerusform>
                <numerusform>Удалить %n записи?</numerusform>
                <numerusform>Удалить %n записей?</numerusform>
            </translation>
        </message>
        <message>
            <source>Deleted</source>
            <translation>Удалено</translation>
        </message>
        <message>
            <source>Each client's own responsible</source>
            <translation>Ответственный каждого клиента</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Выгрузка</translation>
        </message>
        <message>
            <source>Export: {file}</source>
            <translation>Выгрузка: {file}</translation>
        </message>
        <message numerus="yes">
            <source>Exported %n record(s) into {file}</source>
            <translation>
                <numerusform>Выгружена %n запись в {file}</numerusform>
                <numerusform>Выгружено %n записи в {file}</numerusform>
                <numerusform>Выгружено %n записей в {file}</numerusform>
            </translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Выгрузить…</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Поле</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Вид</translation>
        </message>
        <message>
            <source>Kind of file</source>
            <translation>Вид файла</translation>
        </message>
        <message>
            <source>Leads</source>
            <translation>Лиды</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>Письмо</translation>
        </message>
        <message>
            <source>Meeting</source>
            <translation>Встреча</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Сообщение</translation>
        </message>
        <message>
            <source>Messengers</source>
            <translation>Мессенджеры</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>Минут</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>Перевести</translation>
        </message>
        <message>
            <source>Move to “{stage}”</source>
            <translation>Перевести на стадию «{stage}»</translation>
        </message>
        <message>
            <source>New tags</source>
            <translation>Новые метки</translation>
        </message>
        <message>
            <source>No. {number}</source>
            <translation>№ {number}</translation>
        </message>
        <message>
            <source>Not reached</source>
            <translation>Не дошли</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Другое</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>Запланировать</translation>
        </message>
        <message>
            <source>Plan an activity with each</source>
            <translation>Запланировать дело каждому</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Причина</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Отказано</translation>
        </message>
        <message>
            <source>Refused, by reason</source>
            <translation>Отказано, по причинам</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>Ответственный</translation>
        </message>
        <message>
            <source>Responsible → {name}</source>
            <translation>Ответственный → {name}</translation>
        </message>
        <message>
            <source>Say the day and the time</source>
            <translation>Укажите день и время</translation>
        </message>
        <message>
            <source>Say the next step</source>
            <translation>Напишите следующий шаг</translation>
        </message>
        <message>
            <source>Selected: {count}</source>
            <translation>Выбрано: {count}</translation>
        </message>
        <message>
            <source>Set</source>
            <translation>Задать</translation>
        </message>
        <message>
            <source>Set a field</source>
            <translation>Задать поле</translation>
        </message>
        <message>
            <source>Set a field…</source>
            <translation>Задать поле…</translation>
        </message>
        <message>
            <source>Some records lack these fields. A value given here goes only where there is none; records that still lack something are left and listed.</source>
            <translation>У части записей эти поля не заполнены. Значение отсюда попадёт только туда, где его нет; записи, которым чего-то не хватит, останутся на месте и будут перечислены.</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Стадия</translation>
        </message>
        <message>
            <source>Stage → {stage}</source>
            <translation>Стадия → {stage}</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Остановить</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Тема</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Метки</translation>
        </message>
        <message>
            <source>Tags…</source>
            <translation>Метки…</translation>
        </message>
        <message>
            <source>Take away</source>
            <translation>Убрать</translation>
        </message>
        <message>
            <source>The columns of the list</source>
            <translation>Колонки списка</translation>
        </message>
        <message>
            <source>The export was stopped: no file was written</source>
            <translation>Выгрузка остановлена: файл не записан</translation>
        </message>
        <message>
            <source>The first {count} of the refused are listed.</source>
            <translation>Показаны первые {count} из отказанных.</translation>
        </message>
        <message>
            <source>The history notes who exported how many records.</source>
            <translation>История отметит, кто и сколько записей выгрузил.</translation>
        </message>
        <message>
            <source>The next step in words</source>
            <translation>Следующий шаг словами</translation>
        </message>
        <message>
            <source>The office's rules hold for each client; where they refuse it, the report says so.</source>
            <translation>Правила офиса действуют для каждого клиента; кому дело запланировать нельзя, скажет отчёт.</translation>
        </message>
        <message>
            <source>The other tags of each record stay.</source>
            <translation>Остальные метки каждой записи останутся.</translation>
        </message>
        <message>
            <source>They stay in the bin for 30 days and can be restored.</source>
            <translation>Они останутся в корзине 30 дней, их можно восстановить.</translation>
        </message>
        <message>
            <source>Undo {count}</source>
            <translation>Отменить {count}</translation>
        </message>
        <message>
            <source>Undoing</source>
            <translation>Отменяем</translation>
        </message>
        <message>
            <source>Undone · {count}</source>
            <translation>Отменено · {count}</translation>
        </message>
        <message>
            <source>What to do with the selected rows</source>
            <translation>Что сделать с выбранными</translation>
        </message>
        <message>
            <source>What to write</source>
            <translation>Что записать</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Когда</translation>
        </message>
        <message>
            <source>Where to write the file</source>
            <translation>Куда записать файл</translation>
        </message>
        <message>
            <source>Why they are closed as failed</source>
            <translation>Почему они закрываются с отказом</translation>
        </message>
        <message>
            <source>Write the reason</source>
            <translation>Напишите причину</translation>
        </message>
        <message>
            <source>beyond your right to export: {count}</source>
            <translation>нет права выгрузить: {count}</translation>
        </message>
        <message>
            <source>changed since and left: {count}</source>
            <translation>изменено с тех пор и оставлено: {count}</translation>
        </message>
        <message>
            <source>clear the selection</source>
            <translation>снять выбор</translation>
        </message>
        <message>
            <source>several are parted by commas</source>
            <translation>несколько — через запятую</translation>
        </message>
        <message>
            <source>{day} is the last day that the rules leave for all of them.</source>
            <translation>{day} — последний день, который правила оставляют для всех.</translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{done} из {total}</translation>
        </message>
    </context>
    <context>
        <name>Calendar</name>
        <message numerus="yes">
            <source>%n activity(s)</source>
            <translation>
                <numerusform>%n дело</numerusform>
                <numerusform>%n дела</numerusform>
                <numerusform>%n дел</numerusform>
            </translation>
        </message>
        <message>
            <source>Alt+arrows — move</source>
            <translation>Alt+стрелки — перенести</translation>
        </message>
        <message>
            <source>By: {field}</source>
            <translation>По полю: {field}</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>Календарь</translation>
        </message>
        <message>
            <source>Calendar by hours</source>
            <translation>Календарь по часам</translation>
        </message>
        <message>
            <source>Calendar of the month</source>
            <translation>Календарь на месяц</translation>
        </message>
        <message>
            <source>Cancel the activity</source>
            <translation>Отменить дело</translation>
        </message>
        <message>
            <source>Cancelled: {subject}</source>
            <translation>Отменено: {subject}</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Изменить</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>Завершить</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>Создан</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>День</translation>
        </message>
        <message>
            <source>Days before</source>
            <translation>Предыдущие дни</translation>
        </message>
        <message>
            <source>Drag an activity to move it</source>
            <translation>Перетащите дело, чтобы перенести</translation>
        </message>
        <message>
            <source>Drag onto a day</source>
            <translation>Перетащите на день</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>Раньше</translation>
        </message>
        <message>
            <source>Employees</source>
            <translation>Сотрудники</translation>
        </message>
        <message>
            <source>Free times</source>
            <translation>Свободное время</translation>
        </message>
        <message>
            <source>Item before</source>
            <translation>Предыдущее дело</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Позже</translation>
        </message>
        <message>
            <source>Make longer</source>
            <translation>Сделать длиннее</translation>
        </message>
        <message>
            <source>Make shorter</source>
            <translation>Сделать короче</translation>
        </message>
        <message>
            <source>Meeting</source>
            <translation>Встреча</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>Месяц</translation>
        </message>
        <message>
            <source>Month after</source>
            <translation>Следующий месяц</translation>
        </message>
        <message>
            <source>Month before</source>
            <translation>Предыдущий месяц</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>Перенести</translation>
        </message>
        <message>
            <source>Move earlier</source>
            <translation>Перенести раньше</translation>
        </message>
        <message>
            <source>Move later</source>
            <translation>Перенести позже</translation>
        </message>
        <message>
            <source>Move to the day before</source>
            <translation>Перенести на предыдущий день</translation>
        </message>
        <message>
            <source>Move to the next day</source>
            <translation>Перенести на следующий день</translation>
        </message>
        <message>
            <source>Moved: {subject}, {when}</source>
            <translation>Перенесено: {subject}, {when}</translation>
        </message>
        <message>
            <source>N — new activity</source>
            <translation>N — новое дело</translation>
        </message>
        <message>
            <source>New activity</source>
            <translation>Новое дело</translation>
        </message>
        <message>
            <source>Next activity</source>
            <translation>Ближайшее дело</translation>
        </message>
        <message>
            <source>Next days</source>
            <translation>Следующие дни</translation>
        </message>
        <message>
            <source>Next item</source>
            <translation>Следующее дело</translation>
        </message>
        <message>
            <source>Next payment</source>
            <translation>Следующий платёж</translation>
        </message>
        <message>
            <source>One more activity with the client</source>
            <translation>Ещё одно дело с клиентом</translation>
        </message>
        <message>
            <source>Open the card</source>
            <translation>Открыть карточку</translation>
        </message>
        <message>
            <source>Plan an activity</source>
            <translation>Запланировать дело</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Показывать</translation>
        </message>
        <message>
            <source>Shown: &lt;b&gt;{count}&lt;/b&gt;, meetings &lt;b&gt;{meetings}&lt;/b&gt;</source>
            <translation>Показано: &lt;b&gt;{count}&lt;/b&gt;, встреч &lt;b&gt;{meetings}&lt;/b&gt;</translation>
        </message>
        <message>
            <source>Stages</source>
            <translation>Стадии</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Начало</translation>
        </message>
        <message>
            <source>There is no office to meet at</source>
            <translation>Нет офиса для встреч</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Сегодня</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>Неделя</translation>
        </message>
        <message>
            <source>When a meeting can be held, by office</source>
            <translation>Когда можно провести встречу, по офисам</translation>
        </message>
        <message>
            <source>Without activities</source>
            <translation>Без дел</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>и ещё {count}</translation>
        </message>
        <message>
            <source>away</source>
            <translation>отсутствует</translation>
        </message>
        <message>
            <source>away until {day}</source>
            <translation>отсутствует до {day}</translation>
        </message>
        <message>
            <source>confirmed</source>
            <translation>подтверждена</translation>
        </message>
        <message>
            <source>done</source>
            <translation>сделано</translation>
        </message>
        <message>
            <source>in the past</source>
            <translation>в прошлом</translation>
        </message>
        <message>
            <source>last day: {day}</source>
            <translation>крайний день: {day}</translation>
        </message>
        <message>
            <source>missed</source>
            <translation>не состоялась</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>просрочено</translation>
        </message>
        <message>
            <source>working day</source>
            <translation>рабочий день</translation>
        </message>
        <message>
            <source>{client}, {stage}, without activities: plan one</source>
            <translation>{client}, {stage}, без дел: запланировать</translation>
        </message>
        <message>
            <source>{count} more</source>
            <translation>ещё {count}</translation>
        </message>
    </context>
    <context>
        <name>Card</name>
        <message numerus="yes">
            <source> and %n more</source>
            <translation>
                <numerusform> и ещё %n</numerusform>
                <numerusform> и ещё %n</numerusform>
                <numerusform> и ещё %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n colleague(s) are here, too</source>
            <translation>
                <numerusform>ещё %n коллега здесь</numerusform>
                <numerusform>ещё %n коллеги здесь</numerusform>
                <numerusform>ещё %n коллег здесь</numerusform>
            </translation>
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
            <source>Also open at: {names}</source>
            <translation>Карточка открыта ещё у: {names}</translation>
        </message>
        <message>
            <source>Call {phone}</source>
            <translation>Позвонить {phone}</translation>
        </message>
        <message>
            <source>Changed {moment}</source>
            <translation>Изменено {moment}</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
        <message>
            <source>Close without</source>
            <translation>Закрыть без дела</translation>
        </message>
        <message>
            <source>Connected · everything is saved</source>
            <translation>На связи · все правки сохранены</translation>
        </message>
        <message>
            <source>Connected · there are drafts not saved</source>
            <translation>На связи · есть незаписанные правки</translation>
        </message>
        <message>
            <source>Contact No. {id}</source>
            <translation>Контакт № {id}</translation>
        </message>
        <message>
            <source>Copy the link</source>
            <translation>Скопировать ссылку</translation>
        </message>
        <message>
            <source>Copy the name</source>
            <translation>Скопировать имя</translation>
        </message>
        <message>
            <source>Copy the number</source>
            <translation>Скопировать номер</translation>
        </message>
        <message>
            <source>Copy the phone</source>
            <translation>Скопировать телефон</translation>
        </message>
        <message>
            <source>Database “{name}”</source>
            <translation>База «{name}»</translation>
        </message>
        <message>
            <source>Deal No. {id}</source>
            <translation>Сделка № {id}</translation>
        </message>
        <message>
            <source>Edit the name</source>
            <translation>Изменить имя</translation>
        </message>
        <message>
            <source>Everything required is filled in</source>
            <translation>Всё обязательное заполнено</translation>
        </message>
        <message>
            <source>Failed stages</source>
            <translation>Неудачные стадии</translation>
        </message>
        <message>
            <source>Finish</source>
            <translation>Завершить</translation>
        </message>
        <message>
            <source>General</source>
            <translation>Общее</translation>
        </message>
        <message>
            <source>History</source>
            <translation>История</translation>
        </message>
        <message>
            <source>Lead No. {id}</source>
            <translation>Лид № {id}</translation>
        </message>
        <message>
            <source>Links</source>
            <translation>Связи</translation>
        </message>
        <message>
            <source>Log a call already held…</source>
            <translation>Записать состоявшийся звонок…</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Ещё</translation>
        </message>
        <message>
            <source>Move the contact to the bin</source>
            <translation>Переместить контакт в корзину</translation>
        </message>
        <message>
            <source>Move the deal to the bin</source>
            <translation>Переместить сделку в корзину</translation>
        </message>
        <message>
            <source>Move the lead to the bin</source>
            <translation>Переместить лид в корзину</translation>
        </message>
        <message>
            <source>Needed: {fields}</source>
            <translation>Нужно: {fields}</translation>
        </message>
        <message>
            <source>Next client (F8)</source>
            <translation>Следующий клиент (F8)</translation>
        </message>
        <message>
            <source>No connection since {time}</source>
            <translation>Нет связи с {time}</translation>
        </message>
        <message>
            <source>No next step is planned. Call:</source>
            <translation>Следующий шаг не назначен. Звонок:</translation>
        </message>
        <message>
            <source>Profile of the responsible</source>
            <translation>Профиль ответственного</translation>
        </message>
        <message>
            <source>Required fields:</source>
            <translation>Обязательные поля:</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>Ответственный</translation>
        </message>
        <message>
            <source>Responsible: {name}. Hand over</source>
            <translation>Ответственный: {name}. Передать</translation>
        </message>
        <message>
            <source>Still missing: {fields}</source>
            <translation>Не хватает: {fields}</translation>
        </message>
        <message>
            <source>Take out of the bin</source>
            <translation>Достать из корзины</translation>
        </message>
        <message>
            <source>The next step</source>
            <translation>Следующий шаг</translation>
        </message>
        <message>
            <source>This record is in the bin.</source>
            <translation>Эта карточка в корзине.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Отменить</translation>
        </message>
        <message>
            <source>What to do here:</source>
            <translation>Что здесь делать:</translation>
        </message>
        <message>
            <source>Working…</source>
            <translation>Обновляем…</translation>
        </message>
        <message>
            <source>and what happened to the lead</source>
            <translation>и события лида</translation>
        </message>
        <message>
            <source>came again</source>
            <translation>повторный</translation>
        </message>
        <message>
            <source>contract {number}</source>
            <translation>договор {number}</translation>
        </message>
        <message>
            <source>created {moment}</source>
            <translation>создан {moment}</translation>
        </message>
        <message>
            <source>everything of this person</source>
            <translation>всё о человеке</translation>
        </message>
        <message>
            <source>for {sum}</source>
            <translation>на {sum}</translation>
        </message>
        <message>
            <source>neighbouring contact</source>
            <translation>соседний контакт</translation>
        </message>
        <message>
            <source>neighbouring deal</source>
            <translation>соседняя сделка</translation>
        </message>
        <message>
            <source>neighbouring lead</source>
            <translation>соседний лид</translation>
        </message>
        <message>
            <source>of {day}</source>
            <translation>от {day}</translation>
        </message>
        <message>
            <source>overdue {sum}</source>
            <translation>просрочено {sum}</translation>
        </message>
        <message>
            <source>save</source>
            <translation>записать</translation>
        </message>
        <message>
            <source>{client} is handed over to {name}</source>
            <translation>{client}: теперь ответственный {name}</translation>
        </message>
        <message>
            <source>{filled} of {total}</source>
            <translation>{filled} из {total}</translation>
        </message>
        <message>
            <source>{name} (away)</source>
            <translation>{name} (нет на месте)</translation>
        </message>
        <message>
            <source>{name} is here, too</source>
            <translation>{name} тоже здесь</translation>
        </message>
        <message>
            <source>{name} is in the bin for 30 days</source>
            <translation>{name} в корзине, 30 дней можно вернуть</translation>
        </message>
    </context>
    <context>
        <name>CardActions</name>
        <message>
            <source>Call</source>
            <translation>Звонок</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Комментарий</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>Письмо</translation>
        </message>
        <message>
            <source>Meeting</source>
            <translation>Встреча</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Другое</translation>
        </message>
        <message>
            <source>Plan: {kind}</source>
            <translation>Запланировать: {kind}</translation>
        </message>
        <message>
            <source>SMS</source>
            <translation>SMS</translation>
        </message>
        <message>
            <source>What you learnt and agreed on</source>
            <translation>Что узнали и о чём договорились</translation>
        </message>
        <message>
            <source>WhatsApp</source>
            <translation>WhatsApp</translation>
        </message>
        <message>
            <source>Write down</source>
            <translation>Записать</translation>
        </message>
        <message>
            <source>Write: {channel}</source>
            <translation>Написать: {channel}</translation>
        </message>
    </context>
    <context>
        <name>CardBlocks</name>
        <message>
            <source>About the client</source>
            <translation>О клиенте</translation>
        </message>
        <message>
            <source>Asked for on the way</source>
            <translation>Запросим при завершении</translation>
        </message>
        <message>
            <source>Belarusian rouble</source>
            <translation>Белорусский рубль</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Отмена</translation>
        </message>
        <message>
            <source>Deal No. {id}</source>
            <translation>Сделка № {id}</translation>
        </message>
        <message>
            <source>Edit: {block}</source>
            <translation>Изменить: {block}</translation>
        </message>
        <message>
            <source>Email</source>
            <translation>Эл. почта</translation>
        </message>
        <message>
            <source>Euro</source>
            <translation>Евро</translation>
        </message>
        <message>
            <source>Filled in by the process</source>
            <translation>Заполняется системой</translation>
        </message>
        <message>
            <source>From lead No. {id}</source>
            <translation>Из лида № {id}</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Продолжить</translation>
        </message>
        <message>
            <source>Last, first and middle name</source>
            <translation>Фамилия, имя, отчество</translation>
        </message>
        <message>
            <source>Lead No. {id}</source>
            <translation>Лид № {id}</translation>
        </message>
        <message>
            <source>Nothing is filled in yet</source>
            <translation>Пока ничего не заполнено</translation>
        </message>
        <message>
            <source>One more email</source>
            <translation>Ещё эл. почта</translation>
        </message>
        <message>
            <source>One more phone</source>
            <translation>Ещё телефон</translation>
        </message>
        <message>
            <source>Overwrite with mine</source>
            <translation>Записать моё</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Телефон</translation>
        </message>
        <message>
            <source>Rouble</source>
            <translation>Рубль</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Сохранить</translation>
        </message>
        <message>
            <source>Save when connected</source>
            <translation>Сохранить, когда будет связь</translation>
        </message>
        <message>
            <source>Take theirs</source>
            <translation>Взять чужое</translation>
        </message>
        <message>
            <source>Tenge</source>
            <translation>Тенге</translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation>Отбросить</translation>
        </message>
        <message>
            <source>US dollar</source>
            <translation>Доллар США</translation>
        </message>
        <message>
            <source>You began to edit this and did not save it.</source>
            <translation>Вы начали править этот блок и не сохранили.</translation>
        </message>
        <message>
            <source>name, phones: the contact's</source>
            <translation>имя и телефоны — в контакте</translation>
        </message>
        <message>
            <source>needed for “{stage}”</source>
            <translation>нужно для «{stage}»</translation>
        </message>
        <message>
            <source>not filled in</source>
            <translation>не заполнено</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>ещё нет</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>пусто</translation>
        </message>
        <message>
            <source>seen in leads and deals</source>
            <translation>видно в лидах и сделках</translation>
        </message>
        <message>
            <source>{filled} of {total}</source>
            <translation>{filled} из {total}</translation>
        </message>
        <message>
            <source>{who} has saved here meanwhile: {value}</source>
            <translation>Пока вы писали, {who} записал(а) здесь: {value}</translation>
        </message>
    </context>
    <context>
        <name>CardErrors</name>
        <message>
            <source>A comment can be corrected within an hour only.</source>
            <translation>Комментарий можно исправить только в течение часа.</translation>
        </message>
        <message>
            <source>From 1 to {most} payments.</source>
            <translation>От 1 до {most} платежей.</translation>
        </message>
        <message>
            <source>The file is too large.</source>
            <translation>Файл слишком большой.</translation>
        </message>
        <message>
            <source>The file takes {size}; at most {limit} can be attached.</source>
            <translation>Файл занимает {size}, а прикрепить можно не больше {limit}.</translation>
        </message>
        <message>
            <source>This file is empty.</source>
            <translation>Этот файл пуст.</translation>
        </message>
        <message>
            <source>Write something first.</source>
            <translation>Сначала напишите что-нибудь.</translation>
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
            <translation>Прикрепить файл</translation>
        </message>
        <message>
            <source>Attach: {field}</source>
            <translation>Прикрепить: {field}</translation>
        </message>
        <message>
            <source>Attaching {name}</source>
            <translation>Прикрепляется {name}</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>Выберите файл</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Удалить</translation>
        </message>
        <message>
            <source>Delete “{name}”?</source>
            <translation>Удалить «{name}»?</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>Удалить…</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Файлы</translation>
        </message>
        <message>
            <source>More about {name}</source>
            <translation>Ещё о файле {name}</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Открыть</translation>
        </message>
        <message>
            <source>Open {name}</source>
            <translation>Открыть {name}</translation>
        </message>
        <message>
            <source>Picture {moment}</source>
            <translation>Снимок {moment}</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>Сохранить как…</translation>
        </message>
        <message>
            <source>Save the file</source>
            <translation>Сохранить файл</translation>
        </message>
        <message>
            <source>The file goes from this card for everyone.</source>
            <translation>Файл исчезнет из карточки у всех.</translation>
        </message>
    </context>
    <context>
        <name>CardHistory</name>
        <message>
            <source>History</source>
            <translation>История</translation>
        </message>
    </context>
    <context>
        <name>CardKeys</name>
        <message>
            <source>Attach the copied picture</source>
            <translation>Прикрепить скопированный снимок</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Позвонить</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>Карточка</translation>
        </message>
        <message>
            <source>Choose a stage</source>
            <translation>Выбрать стадию</translation>
        </message>
        <message>
            <source>Close the card</source>
            <translation>Закрыть карточку</translation>
        </message>
        <message>
            <source>Complete the next activity</source>
            <translation>Выполнить ближайшее дело</translation>
        </message>
        <message>
            <source>Log a call already held</source>
            <translation>Записать состоявшийся звонок</translation>
        </message>
        <message>
            <source>Next client of the work queue</source>
            <translation>Следующий клиент из очереди</translation>
        </message>
        <message>
            <source>Next record</source>
            <translation>Следующая карточка</translation>
        </message>
        <message>
            <source>Plan an activity</source>
            <translation>Запланировать дело</translation>
        </message>
        <message>
            <source>Previous record</source>
            <translation>Предыдущая карточка</translation>
        </message>
        <message>
            <source>Read anew</source>
            <translation>Обновить</translation>
        </message>
        <message>
            <source>Save the block</source>
            <translation>Сохранить блок</translation>
        </message>
        <message>
            <source>Undo the last act</source>
            <translation>Отменить последнее действие</translation>
        </message>
        <message>
            <source>Write a comment</source>
            <translation>Написать комментарий</translation>
        </message>
    </context>
    <context>
        <name>CardLinks</name>
        <message>
            <source>Contact</source>
            <translation>Контакт</translation>
        </message>
        <message>
            <source>Deals</source>
            <translation>Сделки</translation>
        </message>
        <message>
            <source>Leads of this person</source>
            <translation>Лиды этого человека</translation>
        </message>
        <message>
            <source>Nobody and nothing is linked yet</source>
            <translation>Связей пока нет</translation>
        </message>
        <message>
            <source>Related people</source>
            <translation>Связанные люди</translation>
        </message>
        <message>
            <source>Source lead</source>
            <translation>Исходный лид</translation>
        </message>
    </context>
    <context>
        <name>CardPayments</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n день</numerusform>
                <numerusform>%n дня</numerusform>
                <numerusform>%n дней</numerusform>
            </translation>
        </message>
        <message>
            <source>Add a payment</source>
            <translation>Добавить платёж</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Изменить…</translation>
        </message>
        <message>
            <source>Choose the receipt</source>
            <translation>Выберите чек</translation>
        </message>
        <message>
            <source>Eighth</source>
            <translation>Восьмой</translation>
        </message>
        <message>
            <source>Eleventh</source>
            <translation>Одиннадцатый</translation>
        </message>
        <message>
            <source>Fifth</source>
            <translation>Пятый</translation>
        </message>
        <message>
            <source>Fill this in</source>
            <translation>Заполните</translation>
        </message>
        <message>
            <source>First</source>
            <translation>Первый</translation>
        </message>
        <message>
            <source>First on</source>
            <translation>Первый</translation>
        </message>
        <message>
            <source>Fourth</source>
            <translation>Четвёртый</translation>
        </message>
        <message>
            <source>Full price</source>
            <translation>Полная цена</translation>
        </message>
        <message>
            <source>How many payments</source>
            <translation>Сколько платежей</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>Всего</translation>
        </message>
        <message numerus="yes">
            <source>In place of %n planned payment(s).</source>
            <translation>
                <numerusform>Вместо %n запланированного платежа.</numerusform>
                <numerusform>Вместо %n запланированных платежей.</numerusform>
                <numerusform>Вместо %n запланированных платежей.</numerusform>
            </translation>
        </message>
        <message>
            <source>Lay out</source>
            <translation>Составить</translation>
        </message>
        <message>
            <source>Left in all</source>
            <translation>Осталось всего</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>Способ</translation>
        </message>
        <message>
            <source>More about the payment: {name}</source>
            <translation>Ещё о платеже: {name}</translation>
        </message>
        <message>
            <source>Ninth</source>
            <translation>Девятый</translation>
        </message>
        <message>
            <source>No. {number}</source>
            <translation>№ {number}</translation>
        </message>
        <message>
            <source>Open the receipt {name}</source>
            <translation>Открыть чек {name}</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Просрочено</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>Оплачено</translation>
        </message>
        <message>
            <source>Paid: {percent}%</source>
            <translation>Оплачено: {percent}%</translation>
        </message>
        <message>
            <source>Payment</source>
            <translation>Платёж</translation>
        </message>
        <message>
            <source>Payment received</source>
            <translation>Платёж получен</translation>
        </message>
        <message>
            <source>Payments</source>
            <translation>Платежи</translation>
        </message>
        <message>
            <source>Planned for</source>
            <translation>Когда</translation>
        </message>
        <message>
            <source>Planned payment</source>
            <translation>Платёж по плану</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>Чек</translation>
        </message>
        <message>
            <source>Receive</source>
            <translation>Принять</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>Получен</translation>
        </message>
        <message>
            <source>Receive…</source>
            <translation>Принять…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Убрать</translation>
        </message>
        <message>
            <source>Remove the planned payment?</source>
            <translation>Убрать платёж из плана?</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>Убрать…</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Сохранить</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation>График</translation>
        </message>
        <message>
            <source>Schedule of payments</source>
            <translation>График платежей</translation>
        </message>
        <message>
            <source>Second</source>
            <translation>Второй</translation>
        </message>
        <message>
            <source>Seventh</source>
            <translation>Седьмой</translation>
        </message>
        <message>
            <source>Sixth</source>
            <translation>Шестой</translation>
        </message>
        <message>
            <source>Sum</source>
            <translation>Сумма</translation>
        </message>
        <message>
            <source>Tenth</source>
            <translation>Десятый</translation>
        </message>
        <message>
            <source>Third</source>
            <translation>Третий</translation>
        </message>
        <message>
            <source>Twelfth</source>
            <translation>Двенадцатый</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>просрочен</translation>
        </message>
        <message>
            <source>planned</source>
            <translation>по плану</translation>
        </message>
        <message>
            <source>received</source>
            <translation>получен</translation>
        </message>
        <message numerus="yes">
            <source>remind %n day(s) before</source>
            <translation>
                <numerusform>напомнить за %n день</numerusform>
                <numerusform>напомнить за %n дня</numerusform>
                <numerusform>напомнить за %n дней</numerusform>
            </translation>
        </message>
        <message>
            <source>remind on the day</source>
            <translation>напомнить в этот день</translation>
        </message>
        <message>
            <source>{sum} every month, the last on {day}</source>
            <translation>По {sum} каждый месяц, последний {day}</translation>
        </message>
    </context>
    <context>
        <name>CardPerson</name>
        <message>
            <source>Add a deal</source>
            <translation>Добавить сделку</translation>
        </message>
        <message>
            <source>Deal</source>
            <translation>Сделка</translation>
        </message>
        <message>
            <source>Deals and leads</source>
            <translation>Сделки и лиды</translation>
        </message>
        <message>
            <source>No activities</source>
            <translation>Дел нет</translation>
        </message>
        <message>
            <source>{percent}% paid</source>
            <translation>оплачено {percent}%</translation>
        </message>
    </context>
    <context>
        <name>CardPlanned</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>ещё %n</numerusform>
                <numerusform>ещё %n</numerusform>
                <numerusform>ещё %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Another time…</source>
            <translation>Другое время…</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Позвонить</translation>
        </message>
        <message>
            <source>Cancel the activity</source>
            <translation>Отменить дело</translation>
        </message>
        <message>
            <source>Complete: {subject}</source>
            <translation>Выполнить: {subject}</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Выполнено</translation>
        </message>
        <message>
            <source>Looking for times…</source>
            <translation>Подбираем время…</translation>
        </message>
        <message>
            <source>Nothing is planned</source>
            <translation>Дел нет</translation>
        </message>
        <message>
            <source>Overdue by {duration}</source>
            <translation>Просрочено {duration}</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>Запланировать</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>Запланировано</translation>
        </message>
        <message>
            <source>Postpone</source>
            <translation>Перенести</translation>
        </message>
        <message>
            <source>confirmed</source>
            <translation>подтверждено</translation>
        </message>
        <message>
            <source>remind {duration} before</source>
            <translation>напомнить за {duration}</translation>
        </message>
    </context>
    <context>
        <name>CardTimeline</name>
        <message>
            <source>All</source>
            <translation>Всё</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Все файлы (*)</translation>
        </message>
        <message>
            <source>Attach a file</source>
            <translation>Прикрепить файл</translation>
        </message>
        <message>
            <source>Attach a file…</source>
            <translation>Прикрепить файл…</translation>
        </message>
        <message>
            <source>Calls</source>
            <translation>Звонки</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Комментарий</translation>
        </message>
        <message>
            <source>Comment for the timeline</source>
            <translation>Комментарий в ленту</translation>
        </message>
        <message>
            <source>Comments</source>
            <translation>Комментарии</translation>
        </message>
        <message>
            <source>Comments are corrected by their author within an hour.</source>
            <translation>Комментарий исправляет его автор в течение часа.</translation>
        </message>
        <message>
            <source>Copy the text</source>
            <translation>Скопировать текст</translation>
        </message>
        <message>
            <source>Correct the comment</source>
            <translation>Исправить комментарий</translation>
        </message>
        <message>
            <source>Correct…</source>
            <translation>Исправить…</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Удалить</translation>
        </message>
        <message>
            <source>Delete the comment</source>
            <translation>Удалить комментарий</translation>
        </message>
        <message>
            <source>Delete the comment?</source>
            <translation>Удалить комментарий?</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>Удалить…</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Сообщения</translation>
        </message>
        <message>
            <source>Payments</source>
            <translation>Платежи</translation>
        </message>
        <message>
            <source>Pin</source>
            <translation>Закрепить</translation>
        </message>
        <message>
            <source>Pin or unpin</source>
            <translation>Закрепить или открепить</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Сохранить</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Показать</translation>
        </message>
        <message>
            <source>Stages</source>
            <translation>Стадии</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>Лента</translation>
        </message>
        <message>
            <source>Unpin</source>
            <translation>Открепить</translation>
        </message>
        <message>
            <source>Write down</source>
            <translation>Записать</translation>
        </message>
        <message>
            <source>Write something, or delete the comment.</source>
            <translation>Напишите что-нибудь или удалите комментарий.</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>%(argument_name)s: %(message)s</source>
            <translation>%(argument_name)s: %(message)s</translation>
        </message>
        <message>
            <source>%(option)s may mean %(matches)s</source>
            <translation>%(option)s может значить %(matches)s</translation>
        </message>
        <message>
            <source>%(prog)s: %(message)s</source>
            <translation>%(prog)s: %(message)s</translation>
        </message>
        <message>
            <source>%(value)r is none of %(choices)s</source>
            <translation>%(value)r — не из списка %(choices)s</translation>
        </message>
        <message>
            <source>A server is named with the account that owns its database and may make roles. The new database must be empty: tables and roles are made in it. Everything is counted and summed on both sides before anything is kept, so a move that breaks off leaves nothing behind: run it again. The old database stays as it is. Passwords don't move: everybody gets a new invitation's code, which this command says once.</source>
            <translation>Сервер указывают с учётной записью, которая владеет базой и может создавать роли. Новая база должна быть пустой: таблицы и роли в ней создаст команда. Прежде чем сохранить, всё пересчитывается и сверяется с обеих сторон, поэтому прерванный перенос ничего не оставляет: запустите его снова. Старая база остаётся как была. Пароли не переносятся: каждый получает новый код приглашения, команда называет его один раз.</translation>
        </message>
        <message>
            <source>Activity {number} is completed.</source>
            <translation>Дело {number} завершено.</translation>
        </message>
        <message>
            <source>Activity {number} is planned: {subject}, {when}</source>
            <translation>Дело {number} запланировано: {subject}, {when}</translation>
        </message>
        <message>
            <source>Against the rules of the office: {rules}</source>
            <translation>Вопреки правилам офиса: {rules}</translation>
        </message>
        <message>
            <source>An error in the program itself. What happened is in {file}</source>
            <translation>Ошибка в самой программе. Что произошло, записано в {file}</translation>
        </message>
        <message>
            <source>An import of this file was interrupted after {rows} rows; it goes on as it began.</source>
            <translation>Импорт этого файла прервался после {rows} строк; он продолжается так, как был начат.</translation>
        </message>
        <message>
            <source>As it was before, it lies in {file}</source>
            <translation>Прежняя база лежит в {file}</translation>
        </message>
        <message>
            <source>Columns that were not taken: {columns}</source>
            <translation>Столбцы, которые не взяты: {columns}</translation>
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
            <source>Interrupted.</source>
            <translation>Прервано.</translation>
        </message>
        <message>
            <source>Lead</source>
            <translation>Лид</translation>
        </message>
        <message>
            <source>Made: leads {leads}, deals {deals}, contacts {contacts}, activities {activities}.</source>
            <translation>Создано: лидов {leads}, сделок {deals}, контактов {contacts}, дел {activities}.</translation>
        </message>
        <message>
            <source>Main</source>
            <translation>Основная</translation>
        </message>
        <message>
            <source>Moved to {url}: rows {rows}, files {files}. Counts and checksums of both databases are equal.</source>
            <translation>Перенесено в {url}: строк {rows}, файлов {files}. Количества и контрольные суммы обеих баз совпали.</translation>
        </message>
        <message>
            <source>Nobody reads the output any more.</source>
            <translation>Вывод больше никто не читает.</translation>
        </message>
        <message>
            <source>Not whole in the old database already: files {files}.</source>
            <translation>Были повреждены ещё в старой базе: файлы {files}.</translation>
        </message>
        <message>
            <source>Nothing was found.</source>
            <translation>Ничего не нашлось.</translation>
        </message>
        <message>
            <source>Once more: </source>
            <translation>Ещё раз: </translation>
        </message>
        <message>
            <source>Password: </source>
            <translation>Пароль: </translation>
        </message>
        <message>
            <source>People come in by these codes, for a week:</source>
            <translation>Сотрудники входят по этим кодам в течение недели:</translation>
        </message>
        <message>
            <source>Prichal keeps an office's clients: leads, deals, contacts and what is to be done next.</source>
            <translation>Причал ведёт клиентов офиса: лиды, сделки, контакты и что делать дальше.</translation>
        </message>
        <message>
            <source>Rows {rows}: added {added}, updated {updated}, skipped {skipped}, rejected {rejected}.</source>
            <translation>Строк {rows}: добавлено {added}, дополнено {updated}, пропущено {skipped}, отклонено {rejected}.</translation>
        </message>
        <message>
            <source>The code for {login} is {code}. It is valid until {until}.</source>
            <translation>Код для {login}: {code}. Действует до {until}.</translation>
        </message>
        <message>
            <source>The database is ready: {url}</source>
            <translation>База готова: {url}</translation>
        </message>
        <message>
            <source>The database is up to date: {url}</source>
            <translation>База обновлена: {url}</translation>
        </message>
        <message>
            <source>The demo database is ready: {url}</source>
            <translation>Учебная база готова: {url}</translation>
        </message>
        <message>
            <source>The new codes of people are in {file}, for a week.</source>
            <translation>Новые коды сотрудников записаны в {file}, действуют неделю.</translation>
        </message>
        <message>
            <source>The rejected rows with their reasons: {file}</source>
            <translation>Отклонённые строки с причинами: {file}</translation>
        </message>
        <message>
            <source>There is an office already; the database is up to date: {url}</source>
            <translation>Офис уже есть, база обновлена: {url}</translation>
        </message>
        <message>
            <source>These can sign in, all with the password that was given:</source>
            <translation>Войти могут, все с заданным паролем:</translation>
        </message>
        <message>
            <source>These can sign in, all with the password {password}:</source>
            <translation>Войти могут, все с паролем {password}:</translation>
        </message>
        <message>
            <source>To undo it: prichal import leads --undo {operation}</source>
            <translation>Отменить: prichal import leads --undo {operation}</translation>
        </message>
        <message>
            <source>Undone: {removed} in the bin, {restored} as before, {left} left as somebody changed them since.</source>
            <translation>Отменено: в корзине {removed}, возвращено как было {restored}, оставлено {left}: с тех пор их изменили.</translation>
        </message>
        <message>
            <source>Welcome, {name}. From now on you sign in with your password.</source>
            <translation>Добро пожаловать, {name}. Теперь входите со своим паролем.</translation>
        </message>
        <message>
            <source>Without a command the window opens; with a link such as prichal:lead/12 it opens on that card. The password is read from PRICHAL_PASSWORD or asked for. Exit codes: 0 done, 1 refused, 2 wrong usage.</source>
            <translation>Без команды открывается окно; со ссылкой вида prichal:lead/12 — сразу на этой карточке. Пароль берётся из PRICHAL_PASSWORD или спрашивается. Коды выхода: 0 — сделано, 1 — отказано, 2 — неверный вызов.</translation>
        </message>
        <message>
            <source>a CSV or XLSX file</source>
            <translation>файл CSV или XLSX</translation>
        </message>
        <message>
            <source>a value is missing</source>
            <translation>не хватает значения</translation>
        </message>
        <message>
            <source>a whole number is expected, not %(value)r</source>
            <translation>нужно целое число, а не %(value)r</translation>
        </message>
        <message>
            <source>answer in JSON, for programs</source>
            <translation>ответить в JSON, для программ</translation>
        </message>
        <message>
            <source>arguments</source>
            <translation>аргументы</translation>
        </message>
        <message>
            <source>at most so many</source>
            <translation>не больше стольких</translation>
        </message>
        <message>
            <source>bring an older database up to date, by an administrator</source>
            <translation>обновить старую базу; это делает администратор</translation>
        </message>
        <message>
            <source>bring records in from a file of another system</source>
            <translation>загрузить записи из файла другой системы</translation>
        </message>
        <message>
            <source>commands</source>
            <translation>команды</translation>
        </message>
        <message>
            <source>complete an activity with its result</source>
            <translation>завершить дело с итогом</translation>
        </message>
        <message>
            <source>doesn't go together with %s</source>
            <translation>не сочетается с %s</translation>
        </message>
        <message>
            <source>draw the main windows with demo data into PNG files</source>
            <translation>нарисовать главные окна с учебными данными в файлы PNG</translation>
        </message>
        <message>
            <source>fill a database with an invented office, to try things out</source>
            <translation>заполнить базу вымышленным офисом, чтобы попробовать программу</translation>
        </message>
        <message>
            <source>find leads, deals and contacts by a part of what is known</source>
            <translation>найти лиды, сделки и контакты по части того, что известно</translation>
        </message>
        <message>
            <source>has left</source>
            <translation>не работает</translation>
        </message>
        <message>
            <source>how long it takes</source>
            <translation>длительность в минутах</translation>
        </message>
        <message>
            <source>how many leads</source>
            <translation>сколько лидов</translation>
        </message>
        <message>
            <source>invited</source>
            <translation>приглашён</translation>
        </message>
        <message>
            <source>language of a new database; the system's by default</source>
            <translation>язык новой базы; по умолчанию язык системы</translation>
        </message>
        <message>
            <source>language of the preset's texts; the system's by default</source>
            <translation>язык текстов пресета; по умолчанию язык системы</translation>
        </message>
        <message>
            <source>last and first name of who is invited</source>
            <translation>фамилия и имя приглашённого</translation>
        </message>
        <message>
            <source>make a new database with its administrator</source>
            <translation>создать новую базу с администратором</translation>
        </message>
        <message>
            <source>missing: %s</source>
            <translation>не хватает: %s</translation>
        </message>
        <message>
            <source>move the whole office into a new database, from a file or a server</source>
            <translation>перенести весь офис в новую базу, из файла или с сервера</translation>
        </message>
        <message>
            <source>not understood: %s</source>
            <translation>непонятно: %s</translation>
        </message>
        <message>
            <source>one language; both by default</source>
            <translation>один язык; по умолчанию оба</translation>
        </message>
        <message>
            <source>one of these is missing: %s</source>
            <translation>не хватает одного из: %s</translation>
        </message>
        <message>
            <source>one theme; both by default</source>
            <translation>одна тема; по умолчанию обе</translation>
        </message>
        <message>
            <source>options</source>
            <translation>параметры</translation>
        </message>
        <message>
            <source>part of a name, a phone in any writing, an email, a number</source>
            <translation>часть имени, телефон в любой записи, почта, номер</translation>
        </message>
        <message>
            <source>plan the next step with a client, by the office's rules</source>
            <translation>запланировать следующий шаг с клиентом по правилам офиса</translation>
        </message>
        <message>
            <source>reject rows that lack what their stage requires</source>
            <translation>отклонять строки, где нет обязательного для стадии</translation>
        </message>
        <message>
            <source>show this help and exit</source>
            <translation>показать эту справку и выйти</translation>
        </message>
        <message>
            <source>size of the windows, such as 1366x768</source>
            <translation>размер окон, например 1366x768</translation>
        </message>
        <message>
            <source>sqlite:///path, a file's path, or postgresql://…; the last one used where not given</source>
            <translation>sqlite:///путь, путь к файлу или postgresql://…; если не указана, последняя открытая</translation>
        </message>
        <message>
            <source>start in the tray, as with the system: no window opens by itself</source>
            <translation>запуститься в трее, как вместе с системой: окно само не открывается</translation>
        </message>
        <message>
            <source>take a whole import back; its end names its operation</source>
            <translation>отменить импорт целиком; номер операции назван в его конце</translation>
        </message>
        <message>
            <source>takes no value, not %r</source>
            <translation>не принимает значения, а дано %r</translation>
        </message>
        <message>
            <source>the activity's number</source>
            <translation>номер дела</translation>
        </message>
        <message>
            <source>the administrator's last and first name</source>
            <translation>фамилия и имя администратора</translation>
        </message>
        <message>
            <source>the administrator's phone or email</source>
            <translation>телефон или эл. почта администратора</translation>
        </message>
        <message>
            <source>the client's number</source>
            <translation>номер клиента</translation>
        </message>
        <message>
            <source>the code of its result</source>
            <translation>код итога</translation>
        </message>
        <message>
            <source>the code of the role; manager by default</source>
            <translation>код роли, обычно manager</translation>
        </message>
        <message>
            <source>the comment for the timeline</source>
            <translation>комментарий в ленту</translation>
        </message>
        <message>
            <source>the country of the working calendar, such as RU</source>
            <translation>страна рабочего календаря, например RU</translation>
        </message>
        <message>
            <source>the department by its name</source>
            <translation>отдел по названию</translation>
        </message>
        <message>
            <source>the invitation's code</source>
            <translation>код приглашения</translation>
        </message>
        <message>
            <source>the moment to build around, such as 2025-11-18T11:45</source>
            <translation>вокруг какого момента строить, например 2025-11-18T11:45</translation>
        </message>
        <message>
            <source>the new database, empty or not made yet</source>
            <translation>новая база, пустая или ещё не созданная</translation>
        </message>
        <message>
            <source>the office's currency, such as RUB</source>
            <translation>валюта офиса, например RUB</translation>
        </message>
        <message>
            <source>the office's name</source>
            <translation>название офиса</translation>
        </message>
        <message>
            <source>the office's time zone, such as Europe/Moscow</source>
            <translation>часовой пояс офиса, например Europe/Moscow</translation>
        </message>
        <message>
            <source>the old database: sqlite:///path or postgresql://owner@host/name</source>
            <translation>старая база: sqlite:///путь или postgresql://владелец@сервер/имя</translation>
        </message>
        <message>
            <source>the phone or email of who is invited or leaves</source>
            <translation>телефон или почта того, кого приглашают или отключают</translation>
        </message>
        <message>
            <source>the same number gives the same office</source>
            <translation>одно и то же число даёт один и тот же офис</translation>
        </message>
        <message>
            <source>usage: </source>
            <translation>вызов: </translation>
        </message>
        <message>
            <source>what is to be done</source>
            <translation>что сделать</translation>
        </message>
        <message>
            <source>what kind of activity it is; a call by default</source>
            <translation>вид дела; по умолчанию звонок</translation>
        </message>
        <message>
            <source>what the file holds</source>
            <translation>что лежит в файле</translation>
        </message>
        <message>
            <source>what the office does: stages, fields and rules to begin with</source>
            <translation>чем занимается офис: стадии, поля и правила для начала</translation>
        </message>
        <message>
            <source>what to do with people who are known by phone or email</source>
            <translation>что делать с теми, чей телефон или почта уже известны</translation>
        </message>
        <message>
            <source>when, such as “tomorrow 15” or “+3р”</source>
            <translation>когда, например «завтра 15» или «+3р»</translation>
        </message>
        <message>
            <source>where rejected rows go; beside the imported file by default</source>
            <translation>куда сложить отклонённые строки; по умолчанию рядом с файлом</translation>
        </message>
        <message>
            <source>where the new codes go instead of the screen</source>
            <translation>куда записать новые коды вместо экрана</translation>
        </message>
        <message>
            <source>where the pictures go</source>
            <translation>куда сложить картинки</translation>
        </message>
        <message>
            <source>who gets the clients and activities of who leaves</source>
            <translation>кому передать клиентов и дела ушедшего</translation>
        </message>
        <message>
            <source>who works here: list, invite, come in by an invitation, let go</source>
            <translation>сотрудники: список, приглашение, вход по приглашению, отключение</translation>
        </message>
        <message>
            <source>who works: a phone or email; who did last by default</source>
            <translation>кто работает: телефон или эл. почта; по умолчанию тот, кто входил последним</translation>
        </message>
        <message>
            <source>whose step it is</source>
            <translation>чей это шаг</translation>
        </message>
        <message>
            <source>why a supervisor goes on against a rule; kept in the history</source>
            <translation>почему руководитель обходит правило; остаётся в истории</translation>
        </message>
        <message>
            <source>why there is no recording of a meeting</source>
            <translation>почему нет записи встречи</translation>
        </message>
        <message>
            <source>{done} of {leads} leads</source>
            <translation>Лиды: {done} из {leads}</translation>
        </message>
        <message>
            <source>{done} of {rows} rows, {rate} a second</source>
            <translation>{done} из {rows} строк, {rate} в секунду</translation>
        </message>
        <message>
            <source>{name} can't sign in any more. Handed over: leads {leads}, deals {deals}, contacts {contacts}, activities {activities}.</source>
            <translation>{name}: вход закрыт. Передано: лидов {leads}, сделок {deals}, контактов {contacts}, дел {activities}.</translation>
        </message>
        <message>
            <source>{percent} %: {table}</source>
            <translation>{percent} %: {table}</translation>
        </message>
        <message>
            <source>{rows} rows read</source>
            <translation>прочитано строк: {rows}</translation>
        </message>
    </context>
    <context>
        <name>Completion</name>
        <message>
            <source>Another reason…</source>
            <translation>Другая причина…</translation>
        </message>
        <message>
            <source>Attempt {number} of {most} without an answer</source>
            <translation>Попытка {number} из {most} без ответа</translation>
        </message>
        <message>
            <source>Close as “{stage}”</source>
            <translation>Закрыть: «{stage}»</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Комментарий</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>Завершить</translation>
        </message>
        <message>
            <source>Complete and plan</source>
            <translation>Завершить и запланировать</translation>
        </message>
        <message>
            <source>Complete the activity</source>
            <translation>Завершить дело</translation>
        </message>
        <message>
            <source>Complete the call</source>
            <translation>Завершить звонок</translation>
        </message>
        <message>
            <source>Complete the letter</source>
            <translation>Завершить письмо</translation>
        </message>
        <message>
            <source>Complete the meeting</source>
            <translation>Завершить встречу</translation>
        </message>
        <message>
            <source>Complete the message</source>
            <translation>Завершить сообщение</translation>
        </message>
        <message>
            <source>Complete, and on to the next client of the work queue</source>
            <translation>Завершить и перейти к следующему клиенту очереди</translation>
        </message>
        <message>
            <source>Completed: {subject}</source>
            <translation>Завершено: {subject}</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Сделано</translation>
        </message>
        <message>
            <source>Enter the next step, or choose “Without an activity”.</source>
            <translation>Напишите следующий шаг или выберите «Без дела».</translation>
        </message>
        <message>
            <source>How it ended</source>
            <translation>Чем закончилось</translation>
        </message>
        <message>
            <source>Key {number}</source>
            <translation>Клавиша {number}</translation>
        </message>
        <message>
            <source>Likely times</source>
            <translation>Вероятное время</translation>
        </message>
        <message>
            <source>Log the call</source>
            <translation>Записать звонок</translation>
        </message>
        <message>
            <source>Met outside the office</source>
            <translation>Встретились не в офисе</translation>
        </message>
        <message>
            <source>Next activity</source>
            <translation>Следующее дело</translation>
        </message>
        <message>
            <source>Plan the next activity</source>
            <translation>Запланировать следующее</translation>
        </message>
        <message>
            <source>Planned already: {subject}, {when}</source>
            <translation>Уже запланировано: {subject}, {when}</translation>
        </message>
        <message>
            <source>Say why there is no recording.</source>
            <translation>Укажите, почему нет записи.</translation>
        </message>
        <message>
            <source>Stage of the deal</source>
            <translation>Стадия сделки</translation>
        </message>
        <message>
            <source>Stage of the lead</source>
            <translation>Стадия лида</translation>
        </message>
        <message>
            <source>The call with {client} is logged</source>
            <translation>Звонок записан: {client}</translation>
        </message>
        <message>
            <source>The client didn't come</source>
            <translation>Клиент не пришёл</translation>
        </message>
        <message>
            <source>The client is closed: nothing follows.</source>
            <translation>Клиент закрывается: дело не нужно.</translation>
        </message>
        <message>
            <source>The client refused recording</source>
            <translation>Клиент отказался от записи</translation>
        </message>
        <message>
            <source>The client stays without a next activity; this is counted.</source>
            <translation>Клиент останется без дела, это учитывается.</translation>
        </message>
        <message>
            <source>The first likely time; the keys beside it the others</source>
            <translation>Первое вероятное время; соседние клавиши — остальные</translation>
        </message>
        <message>
            <source>The first result; Alt+2 the second, and so on</source>
            <translation>Первый исход; Alt+2 второй и так далее</translation>
        </message>
        <message>
            <source>The reason</source>
            <translation>Причина</translation>
        </message>
        <message>
            <source>Then the next client</source>
            <translation>и к следующему клиенту</translation>
        </message>
        <message>
            <source>There was no microphone</source>
            <translation>Не было микрофона</translation>
        </message>
        <message>
            <source>This was the planned call: {subject}</source>
            <translation>Это был запланированный звонок: {subject}</translation>
        </message>
        <message>
            <source>To the next activity</source>
            <translation>К следующему делу</translation>
        </message>
        <message>
            <source>Why there is no recording</source>
            <translation>Почему нет записи</translation>
        </message>
        <message>
            <source>Without an activity</source>
            <translation>Без дела</translation>
        </message>
        <message>
            <source>Write a comment for the timeline.</source>
            <translation>Напишите комментарий для ленты.</translation>
        </message>
        <message>
            <source>stays</source>
            <translation>не менять</translation>
        </message>
    </context>
    <context>
        <name>Conflict</name>
        <message>
            <source>Back to editing</source>
            <translation>Вернуться к правке</translation>
        </message>
        <message>
            <source>Changed by both</source>
            <translation>Изменили оба</translation>
        </message>
        <message>
            <source>Copy mine</source>
            <translation>Скопировать моё</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Поле</translation>
        </message>
        <message>
            <source>Join both texts, can be corrected</source>
            <translation>Соединить оба текста, можно поправить</translation>
        </message>
        <message>
            <source>Save what is chosen</source>
            <translation>Записать выбранное</translation>
        </message>
        <message>
            <source>Settled by itself</source>
            <translation>Сложилось без спора</translation>
        </message>
        <message>
            <source>Still to choose: {fields}</source>
            <translation>Осталось выбрать: {fields}</translation>
        </message>
        <message>
            <source>Take all</source>
            <translation>Взять всё</translation>
        </message>
        <message>
            <source>Take both</source>
            <translation>Взять и то и другое</translation>
        </message>
        <message>
            <source>Two edits of one card</source>
            <translation>Две правки одной карточки</translation>
        </message>
        <message>
            <source>Was at {time}</source>
            <translation>Было: {time}</translation>
        </message>
        <message>
            <source>While you were writing, the card was changed by {name}</source>
            <translation>Пока вы писали, карточку изменили: {name}</translation>
        </message>
        <message>
            <source>You</source>
            <translation>Вы</translation>
        </message>
        <message numerus="yes">
            <source>Your text is whole: choose what to save in %n field(s), the rest has settled.</source>
            <translation>
                <numerusform>Ваш текст цел: выберите, что записать в %n поле, остальное уже сложилось.</numerusform>
                <numerusform>Ваш текст цел: выберите, что записать в %n полях, остальное уже сложилось.</numerusform>
                <numerusform>Ваш текст цел: выберите, что записать в %n полях, остальное уже сложилось.</numerusform>
            </translation>
        </message>
        <message>
            <source>changed by you</source>
            <translation>изменили вы</translation>
        </message>
        <message>
            <source>changed by {name}</source>
            <translation>изменено: {name}</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>пусто</translation>
        </message>
        <message>
            <source>not saved yet</source>
            <translation>ещё не сохранено</translation>
        </message>
        <message>
            <source>saved at {time}</source>
            <translation>сохранено: {time}</translation>
        </message>
        <message>
            <source>the program</source>
            <translation>программа</translation>
        </message>
        <message>
            <source>{field}, theirs</source>
            <translation>{field}, чужое</translation>
        </message>
        <message>
            <source>{field}, yours</source>
            <translation>{field}, ваше</translation>
        </message>
    </context>
    <context>
        <name>Connection</name>
        <message>
            <source>No connection to the database.</source>
            <translation>Нет связи с базой.</translation>
        </message>
        <message>
            <source>The database is being brought up to date.</source>
            <translation>База обновляется.</translation>
        </message>
        <message>
            <source>The database is from a newer Prichal now.</source>
            <translation>База обновлена более новым Причалом.</translation>
        </message>
        <message>
            <source>This window waits, keeps what you type and goes on by itself.</source>
            <translation>Окно подождёт, сохранит набранное и продолжит само.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Повторить</translation>
        </message>
        <message>
            <source>Update this program; what you type is kept here meanwhile.</source>
            <translation>Обновите программу; набранное пока хранится здесь.</translation>
        </message>
        <message>
            <source>What you type is kept here and goes on by itself when the connection is back.</source>
            <translation>Правки сохранятся здесь и уйдут сами, когда связь вернётся.</translation>
        </message>
        <message>
            <source>again in {seconds} s</source>
            <translation>снова через {seconds} с</translation>
        </message>
        <message>
            <source>trying…</source>
            <translation>пробуем…</translation>
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
            <source>A supervisor can undo it while nobody has changed the deal</source>
            <translation>Руководитель сможет отменить, пока сделку не меняли</translation>
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
            <source>First payment</source>
            <translation>Первый платёж</translation>
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
            <source>Type and price</source>
            <translation>Тип и цена</translation>
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
            <source>not yet</source>
            <translation>ещё нет</translation>
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
            <translation>Продолжить работу</translation>
        </message>
        <message>
            <source>Prichal: an error in the program</source>
            <translation>Причал: ошибка в программе</translation>
        </message>
        <message>
            <source>Show the log</source>
            <translation>Показать журнал</translation>
        </message>
        <message>
            <source>Something went wrong in the program itself.</source>
            <translation>Что-то пошло не так в самой программе.</translation>
        </message>
        <message>
            <source>What you typed is still there. Try again; if it repeats, send your administrator the log.</source>
            <translation>Всё, что вы набрали, на месте. Попробуйте ещё раз; если повторится, отправьте администратору журнал.</translation>
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
            <translation>Закрыть</translation>
        </message>
    </context>
    <context>
        <name>Duplicates</name>
        <message numerus="yes">
            <source>%n contact(s)</source>
            <translation>
                <numerusform>%n контакт</numerusform>
                <numerusform>%n контакта</numerusform>
                <numerusform>%n контактов</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lead(s)</source>
            <translation>
                <numerusform>%n лид</numerusform>
                <numerusform>%n лида</numerusform>
                <numerusform>%n лидов</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lead(s) of a known contact</source>
            <translation>
                <numerusform>%n лид у известного контакта</numerusform>
                <numerusform>%n лида у известного контакта</numerusform>
                <numerusform>%n лидов у известного контакта</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phone(s) of too many people left out</source>
            <translation>
                <numerusform>пропущен %n номер, который у слишком многих</numerusform>
                <numerusform>пропущено %n номера, которые у слишком многих</numerusform>
                <numerusform>пропущено %n номеров, которые у слишком многих</numerusform>
            </translation>
        </message>
        <message>
            <source>A merge can be undone</source>
            <translation>Объединение можно отменить</translation>
        </message>
        <message>
            <source>Alike</source>
            <translation>Похожие</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Все</translation>
        </message>
        <message>
            <source>All likely duplicates are looked at</source>
            <translation>Все вероятные дубли разобраны</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>Проверить снова</translation>
        </message>
        <message>
            <source>Contact No. {id}</source>
            <translation>Контакт № {id}</translation>
        </message>
        <message>
            <source>Exact</source>
            <translation>Точные</translation>
        </message>
        <message>
            <source>Goes over to: {record}</source>
            <translation>Перейдёт сюда: {record}</translation>
        </message>
        <message>
            <source>J / K — groups · 1–6 — choose a column</source>
            <translation>J / K — группы · 1–6 — выбрать колонку</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Оставить</translation>
        </message>
        <message>
            <source>Lead No. {id}</source>
            <translation>Лид № {id}</translation>
        </message>
        <message>
            <source>Likely duplicates</source>
            <translation>Вероятные дубли</translation>
        </message>
        <message>
            <source>Looking: {done} of {total}</source>
            <translation>Проверяем: {done} из {total}</translation>
        </message>
        <message>
            <source>Marked for everyone: not duplicates</source>
            <translation>Отмечено для всех: не дубли</translation>
        </message>
        <message>
            <source>May be one person</source>
            <translation>Может быть, один человек</translation>
        </message>
        <message>
            <source>Merge and next</source>
            <translation>Объединить и дальше</translation>
        </message>
        <message>
            <source>Merged: {name}</source>
            <translation>Объединено: {name}</translation>
        </message>
        <message>
            <source>Name or number</source>
            <translation>Имя или номер</translation>
        </message>
        <message>
            <source>No duplicates are found</source>
            <translation>Дублей не найдено</translation>
        </message>
        <message>
            <source>Not a duplicate</source>
            <translation>Не дубль</translation>
        </message>
        <message>
            <source>Not duplicates</source>
            <translation>Не дубли</translation>
        </message>
        <message numerus="yes">
            <source>Not duplicates: %n pair(s)</source>
            <translation>
                <numerusform>Не дубли: %n пара</numerusform>
                <numerusform>Не дубли: %n пары</numerusform>
                <numerusform>Не дубли: %n пар</numerusform>
            </translation>
        </message>
        <message>
            <source>One</source>
            <translation>Один</translation>
        </message>
        <message>
            <source>Open the card</source>
            <translation>Открыть карточку</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Другой</translation>
        </message>
        <message>
            <source>Prichal — Duplicates</source>
            <translation>Причал — Дубли</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Получится</translation>
        </message>
        <message>
            <source>Said</source>
            <translation>Отмечено</translation>
        </message>
        <message>
            <source>Same email {email}</source>
            <translation>Совпала почта {email}</translation>
        </message>
        <message>
            <source>Same full name</source>
            <translation>Совпало полное имя</translation>
        </message>
        <message>
            <source>Same name and birth date</source>
            <translation>Совпали имя и дата рождения</translation>
        </message>
        <message>
            <source>Same phone {phone}</source>
            <translation>Совпал телефон {phone}</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Показать</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Пропустить</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Остановить</translation>
        </message>
        <message>
            <source>The merge is undone</source>
            <translation>Объединение отменено</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Отменить</translation>
        </message>
        <message>
            <source>What to keep</source>
            <translation>Что записать</translation>
        </message>
        <message>
            <source>Which duplicates</source>
            <translation>Какие дубли</translation>
        </message>
        <message>
            <source>You may not merge all of these records</source>
            <translation>У вас нет права объединить все эти записи</translation>
        </message>
        <message>
            <source>activities {count}</source>
            <translation>дел {count}</translation>
        </message>
        <message>
            <source>attached to the contact: {leads}</source>
            <translation>прикрепится к контакту: {leads}</translation>
        </message>
        <message>
            <source>changed since and left: {count}</source>
            <translation>изменены с тех пор и оставлены: {count}</translation>
        </message>
        <message>
            <source>checked {when}</source>
            <translation>проверено {when}</translation>
        </message>
        <message>
            <source>deals {count}</source>
            <translation>сделок {count}</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>пусто</translation>
        </message>
        <message>
            <source>files {count}</source>
            <translation>файлов {count}</translation>
        </message>
        <message>
            <source>leads {count}</source>
            <translation>лидов {count}</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>ничего</translation>
        </message>
        <message>
            <source>same email</source>
            <translation>та же почта</translation>
        </message>
        <message>
            <source>same full name</source>
            <translation>то же полное имя</translation>
        </message>
        <message>
            <source>same name and birth date</source>
            <translation>имя и дата рождения</translation>
        </message>
        <message>
            <source>same phone</source>
            <translation>тот же телефон</translation>
        </message>
        <message>
            <source>stays</source>
            <translation>останется</translation>
        </message>
        <message>
            <source>timeline {count}</source>
            <translation>событий ленты {count}</translation>
        </message>
        <message numerus="yes">
            <source>{name}: %n contact(s) of one person?</source>
            <translation>
                <numerusform>{name}: %n контакт одного человека?</numerusform>
                <numerusform>{name}: %n контакта одного человека?</numerusform>
                <numerusform>{name}: %n контактов одного человека?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{name}: %n lead(s) of one person?</source>
            <translation>
                <numerusform>{name}: %n лид одного человека?</numerusform>
                <numerusform>{name}: %n лида одного человека?</numerusform>
                <numerusform>{name}: %n лидов одного человека?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{name}: %n record(s) of one person?</source>
            <translation>
                <numerusform>{name}: %n запись одного человека?</numerusform>
                <numerusform>{name}: %n записи одного человека?</numerusform>
                <numerusform>{name}: %n записей одного человека?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Errors</name>
        <message>
            <source>A comment can be changed for an hour only.</source>
            <translation>Комментарий можно менять только в течение часа.</translation>
        </message>
        <message>
            <source>A department can't be part of itself.</source>
            <translation>Отдел не может быть частью самого себя.</translation>
        </message>
        <message>
            <source>A file can't be written here. Choose another folder.</source>
            <translation>Сюда нельзя записать файл. Выберите другую папку.</translation>
        </message>
        <message>
            <source>A new contact needs a name.</source>
            <translation>Новому контакту нужно имя.</translation>
        </message>
        <message>
            <source>A new deal needs its type and its full price.</source>
            <translation>Новой сделке нужны тип и полная цена.</translation>
        </message>
        <message>
            <source>A new lead needs a name, a phone or email, and the source.</source>
            <translation>Новому лиду нужны имя, телефон или почта и источник.</translation>
        </message>
        <message>
            <source>A number from {least} to {most} is possible.</source>
            <translation>Возможно число от {least} до {most}.</translation>
        </message>
        <message>
            <source>A threshold is a number from 1 to {most}.</source>
            <translation>Порог — число от 1 до {most}.</translation>
        </message>
        <message>
            <source>Activities ended with “{name}”: rename it instead.</source>
            <translation>«{name}» уже стоит в завершённых делах: переименуйте, а не удаляйте.</translation>
        </message>
        <message>
            <source>An office was set up in this database already.</source>
            <translation>В этой базе уже есть офис.</translation>
        </message>
        <message>
            <source>Another file is here already. Choose another name.</source>
            <translation>Здесь уже лежит другой файл. Выберите другое имя.</translation>
        </message>
        <message>
            <source>Another program has gone on with this import.</source>
            <translation>Этот импорт продолжила другая программа.</translation>
        </message>
        <message>
            <source>Another program is undoing this just now. Try again later.</source>
            <translation>Это сейчас отменяет другая программа. Попробуйте позже.</translation>
        </message>
        <message>
            <source>Another program is working on this import. Wait for its end.</source>
            <translation>С этим импортом работает другая программа. Дождитесь её конца.</translation>
        </message>
        <message numerus="yes">
            <source>At least %n character(s).</source>
            <translation>
                <numerusform>Не короче %n знака.</numerusform>
                <numerusform>Не короче %n знаков.</numerusform>
                <numerusform>Не короче %n знаков.</numerusform>
            </translation>
        </message>
        <message>
            <source>At least one day of the week has to be worked.</source>
            <translation>Хотя бы один день недели должен быть рабочим.</translation>
        </message>
        <message numerus="yes">
            <source>At most %n minute(s).</source>
            <translation>
                <numerusform>Не больше %n минуты.</numerusform>
                <numerusform>Не больше %n минут.</numerusform>
                <numerusform>Не больше %n минут.</numerusform>
            </translation>
        </message>
        <message>
            <source>At most {most} reminders, each before the activity starts.</source>
            <translation>Не больше {most} напоминаний, каждое до начала дела.</translation>
        </message>
        <message>
            <source>At most {most} stages.</source>
            <translation>Не больше {most} стадий.</translation>
        </message>
        <message>
            <source>Both addresses are the same database.</source>
            <translation>Оба адреса — одна и та же база.</translation>
        </message>
        <message>
            <source>Choose 1 to {most} working days.</source>
            <translation>Укажите от 1 до {most} рабочих дней.</translation>
        </message>
        <message>
            <source>Choose a stage for the records that stand here.</source>
            <translation>Выберите стадию для записей, которые стоят здесь.</translation>
        </message>
        <message>
            <source>Choose what to do with them.</source>
            <translation>Выберите, что с ними сделать.</translation>
        </message>
        <message>
            <source>Choose who is responsible.</source>
            <translation>Выберите ответственного.</translation>
        </message>
        <message>
            <source>Each day can stand here once, {most} days at most.</source>
            <translation>Каждый день указывают один раз, всего не больше {most}.</translation>
        </message>
        <message>
            <source>Enter a name in every line.</source>
            <translation>Введите название в каждой строке.</translation>
        </message>
        <message>
            <source>Enter a name.</source>
            <translation>Введите имя.</translation>
        </message>
        <message>
            <source>Enter the first payment: it has to be above zero.</source>
            <translation>Введите первый платёж: он должен быть больше нуля.</translation>
        </message>
        <message>
            <source>Enter the subject.</source>
            <translation>Укажите тему.</translation>
        </message>
        <message>
            <source>Every payment has to be above zero.</source>
            <translation>Каждый платёж должен быть больше нуля.</translation>
        </message>
        <message>
            <source>From 1 to {most} results are possible.</source>
            <translation>Возможно от 1 до {most} результатов.</translation>
        </message>
        <message>
            <source>Give the filter a name.</source>
            <translation>Дайте фильтру название.</translation>
        </message>
        <message>
            <source>Here the answer has to be known.</source>
            <translation>Здесь ответ должен быть известен.</translation>
        </message>
        <message>
            <source>In the locale {locale} of the database {database} nothing would be found in Cyrillic. Make it anew: CREATE DATABASE office ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8' TEMPLATE template0</source>
            <translation>С локалью {locale} в базе {database} по-русски ничего не найдётся. Создайте её заново: CREATE DATABASE office ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8' TEMPLATE template0</translation>
        </message>
        <message>
            <source>Line {line} of the file is far too long. Perhaps a quotation mark is missing before it.</source>
            <translation>Строка {line} файла слишком длинная. Возможно, перед ней не хватает кавычки.</translation>
        </message>
        <message>
            <source>No column of the file is recognised. Say in the wizard which column is what.</source>
            <translation>Ни один столбец файла не узнан. Укажите в мастере, какой столбец что значит.</translation>
        </message>
        <message>
            <source>No connection to the database. Check the network.</source>
            <translation>Нет связи с базой. Проверьте сеть.</translation>
        </message>
        <message>
            <source>No database was opened here yet. Name one with --database, or make one with “prichal init”.</source>
            <translation>Здесь ещё не открывали базу. Назовите её в --database или создайте командой «prichal init».</translation>
        </message>
        <message>
            <source>No lead of this import waits for a call any more.</source>
            <translation>В этом импорте уже нет лидов, которые ждут звонка.</translation>
        </message>
        <message>
            <source>Nobody has signed in here yet. Say who works with --login.</source>
            <translation>Здесь ещё никто не входил. Укажите, кто работает, в --login.</translation>
        </message>
        <message>
            <source>Nobody here signs in with {login}.</source>
            <translation>С логином {login} никто не входит.</translation>
        </message>
        <message>
            <source>None of the chosen people is at work on these days.</source>
            <translation>Никто из выбранных в эти дни не работает.</translation>
        </message>
        <message>
            <source>One of these leads has become a deal: it has to stay. Two of them can't be merged.</source>
            <translation>Один из этих лидов стал сделкой: он и должен остаться. Два таких объединить нельзя.</translation>
        </message>
        <message>
            <source>Only comments can be changed.</source>
            <translation>Менять можно только комментарии.</translation>
        </message>
        <message>
            <source>Only its author can change a comment.</source>
            <translation>Комментарий меняет только его автор.</translation>
        </message>
        <message>
            <source>People or departments still belong to it.</source>
            <translation>В отделе ещё есть люди или отделы.</translation>
        </message>
        <message>
            <source>Plan the next activity with this client.</source>
            <translation>Запланируйте следующее дело с этим клиентом.</translation>
        </message>
        <message>
            <source>Say the next step: what exactly is to be done or learnt.</source>
            <translation>Назовите следующий шаг: что именно сделать или узнать.</translation>
        </message>
        <message>
            <source>Say the reason.</source>
            <translation>Укажите причину.</translation>
        </message>
        <message>
            <source>Say why there is no recording of the meeting.</source>
            <translation>Укажите, почему нет записи встречи.</translation>
        </message>
        <message>
            <source>Some fields can't be taken so.</source>
            <translation>Некоторые поля так не принять.</translation>
        </message>
        <message>
            <source>Somebody else has changed this meanwhile. Look at it again, then change it.</source>
            <translation>Это уже изменил кто-то другой. Посмотрите ещё раз и внесите правку снова.</translation>
        </message>
        <message>
            <source>Somebody else has to stand in.</source>
            <translation>Замещать должен кто-то другой.</translation>
        </message>
        <message>
            <source>Somebody has changed this meanwhile. Look at the new values and try again.</source>
            <translation>Пока вы работали, это изменил другой. Посмотрите новые значения и попробуйте снова.</translation>
        </message>
        <message>
            <source>Somebody has merged these already. Look again.</source>
            <translation>Эти записи уже кто-то объединил. Посмотрите снова.</translation>
        </message>
        <message>
            <source>Somebody must stay who can change the settings.</source>
            <translation>Должен остаться кто-то, кто может менять настройки.</translation>
        </message>
        <message>
            <source>Stopped after {rows} rows. What is in stays: go on with the import or undo it in the window.</source>
            <translation>Остановлено после {rows} строк. Загруженное остаётся: продолжите импорт или отмените его в окне.</translation>
        </message>
        <message>
            <source>The account {account} doesn't see everything: name the account that owns the database.</source>
            <translation>Учётная запись {account} видит не всё: укажите ту, что владеет базой.</translation>
        </message>
        <message>
            <source>The account {account} may not make roles or does not own the database {database}. A superuser helps: ALTER ROLE {account} CREATEROLE; ALTER DATABASE {database} OWNER TO {account}</source>
            <translation>Учётной записи {account} нельзя создавать роли, или база {database} не её. Поможет суперпользователь: ALTER ROLE {account} CREATEROLE; ALTER DATABASE {database} OWNER TO {account}</translation>
        </message>
        <message>
            <source>The amount can't be below zero.</source>
            <translation>Сумма не может быть меньше нуля.</translation>
        </message>
        <message>
            <source>The connection can't be secured as the address says: {reason}</source>
            <translation>Соединение нельзя защитить так, как сказано в адресе: {reason}</translation>
        </message>
        <message>
            <source>The connection was lost while this was being saved, and nobody knows whether it was. Look before you save it again.</source>
            <translation>Связь пропала во время сохранения, и неизвестно, сохранилось ли. Проверьте, прежде чем сохранять снова.</translation>
        </message>
        <message>
            <source>The contact has to stay: leads are attached to it.</source>
            <translation>Остаться должен контакт: лиды прикрепляются к нему.</translation>
        </message>
        <message>
            <source>The database can be read, but not written to.</source>
            <translation>Базу можно читать, но нельзя в неё писать.</translation>
        </message>
        <message>
            <source>The database did not answer ({code}). Try again.</source>
            <translation>База не ответила ({code}). Попробуйте ещё раз.</translation>
        </message>
        <message>
            <source>The database doesn't answer. Check the network.</source>
            <translation>База данных не отвечает. Проверьте сеть.</translation>
        </message>
        <message>
            <source>The database file is damaged. Take the latest backup copy.</source>
            <translation>Файл базы повреждён. Возьмите последнюю резервную копию.</translation>
        </message>
        <message>
            <source>The database is being brought up to date. Try again soon.</source>
            <translation>База обновляется. Попробуйте немного позже.</translation>
        </message>
        <message>
            <source>The database is busy with other work. Try again in a moment.</source>
            <translation>База занята другой работой. Попробуйте чуть позже.</translation>
        </message>
        <message>
            <source>The database {database} holds tables of something else. Make an empty one for the office.</source>
            <translation>В базе {database} таблицы другой программы. Создайте для офиса пустую базу.</translation>
        </message>
        <message>
            <source>The database {database} is encoded in {encoding}. Make one in UTF-8: CREATE DATABASE office ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8' TEMPLATE template0</source>
            <translation>База {database} в кодировке {encoding}. Создайте базу в UTF-8: CREATE DATABASE office ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8' TEMPLATE template0</translation>
        </message>
        <message>
            <source>The date has to lie between {earliest} and {latest}.</source>
            <translation>Дата должна быть между {earliest} и {latest} годом.</translation>
        </message>
        <message>
            <source>The deal has been worked on: its stage, payments or documents were changed. It stays.</source>
            <translation>Со сделкой уже работали: меняли стадию, платежи или документы. Она остаётся.</translation>
        </message>
        <message>
            <source>The disk with the database is full. Free some space on it.</source>
            <translation>Диск с базой заполнен. Освободите на нём место.</translation>
        </message>
        <message>
            <source>The duration has to be from one minute to a week.</source>
            <translation>Длительность — от минуты до суток.</translation>
        </message>
        <message>
            <source>The file can't be written here: {path}</source>
            <translation>Сюда файл не записать: {path}</translation>
        </message>
        <message>
            <source>The file has changed since the import began. Undo the import and begin anew.</source>
            <translation>Файл изменился после начала импорта. Отмените импорт и начните заново.</translation>
        </message>
        <message>
            <source>The file has {size}; at most {limit} can be attached.</source>
            <translation>В файле {size}; прикрепить можно не больше {limit}.</translation>
        </message>
        <message>
            <source>The file in the database is damaged. Attach it again.</source>
            <translation>Файл в базе повреждён. Прикрепите его заново.</translation>
        </message>
        <message>
            <source>The file is too large.</source>
            <translation>Файл слишком большой.</translation>
        </message>
        <message>
            <source>The import was interrupted. Go on with it, or undo it.</source>
            <translation>Импорт прервался. Продолжите его или отмените.</translation>
        </message>
        <message>
            <source>The last day has to lie after the first, within a year.</source>
            <translation>Последний день — не раньше первого, в пределах года.</translation>
        </message>
        <message>
            <source>The last day has to lie after the first, within three years.</source>
            <translation>Последний день — не раньше первого, в пределах трёх лет.</translation>
        </message>
        <message>
            <source>The login or the code is wrong, or the code has expired. Ask your administrator for a new one.</source>
            <translation>Логин или код неверны, или срок кода истёк. Попросите у администратора новый.</translation>
        </message>
        <message>
            <source>The login or the password is wrong.</source>
            <translation>Неверный логин или пароль.</translation>
        </message>
        <message>
            <source>The meeting has to lie in the future.</source>
            <translation>Встреча должна быть в будущем.</translation>
        </message>
        <message>
            <source>The new database can't hold a value of the table {table}; nothing was moved. ({reason})</source>
            <translation>Новая база не может хранить значение из таблицы {table}; ничего не перенесено. ({reason})</translation>
        </message>
        <message>
            <source>The password is missing. Put it into PRICHAL_PASSWORD.</source>
            <translation>Не хватает пароля. Задайте его в PRICHAL_PASSWORD.</translation>
        </message>
        <message>
            <source>The payments add up to more than the full price.</source>
            <translation>Платежи в сумме больше полной цены.</translation>
        </message>
        <message>
            <source>The program needs “{name}”: it can be renamed, not deleted.</source>
            <translation>«{name}» нужно программе: можно переименовать, но не удалить.</translation>
        </message>
        <message>
            <source>The queue has places from 1 to {most}.</source>
            <translation>В очереди места с 1 по {most}.</translation>
        </message>
        <message>
            <source>The receipt has to be a file of this deal.</source>
            <translation>Чек должен быть файлом этой сделки.</translation>
        </message>
        <message>
            <source>The rejected rows can't go into the imported file itself.</source>
            <translation>Отклонённые строки нельзя писать в сам загружаемый файл.</translation>
        </message>
        <message>
            <source>The server can't prove that it is the office's: its certificate is not of this name, or not of an authority that this workstation knows. Ask your administrator for the office's root certificate.</source>
            <translation>Сервер не может доказать, что он офисный: его сертификат выдан на другое имя или неизвестным этому компьютеру центром. Попросите у администратора корневой сертификат офиса.</translation>
        </message>
        <message>
            <source>The server doesn't let this program in: check the address.</source>
            <translation>Сервер не пускает эту программу: проверьте адрес.</translation>
        </message>
        <message>
            <source>The server encrypts no connections. Ask your administrator to switch TLS on (ssl = on).</source>
            <translation>Сервер не шифрует соединения. Попросите администратора включить TLS (ssl = on).</translation>
        </message>
        <message>
            <source>The server has no database of this name.</source>
            <translation>На сервере нет базы с таким именем.</translation>
        </message>
        <message>
            <source>The server is PostgreSQL {version}; 15 or newer is needed. Upgrade it, or choose another.</source>
            <translation>На сервере PostgreSQL {version}, а нужен 15 или новее. Обновите его или выберите другой.</translation>
        </message>
        <message>
            <source>The server lacks the extension pg_trgm; it comes with the package postgresql-contrib. ({reason})</source>
            <translation>На сервере нет расширения pg_trgm, оно в пакете postgresql-contrib. ({reason})</translation>
        </message>
        <message>
            <source>The server takes no more connections. Try again in a minute.</source>
            <translation>Сервер не принимает новых подключений. Попробуйте через минуту.</translation>
        </message>
        <message>
            <source>The stage needs fields that are not filled yet.</source>
            <translation>Для стадии нужны поля, которые ещё не заполнены.</translation>
        </message>
        <message>
            <source>The stage needs this field: it can't be emptied.</source>
            <translation>Стадия требует это поле: его нельзя очистить.</translation>
        </message>
        <message>
            <source>The system did not let Prichal start with it. {reason}</source>
            <translation>Система не разрешила запускать Причал вместе с ней. {reason}</translation>
        </message>
        <message>
            <source>The table {table} did not arrive as it was, so nothing was moved. Run the command again.</source>
            <translation>Таблица {table} перенеслась не полностью, поэтому ничего не перенесено. Запустите команду снова.</translation>
        </message>
        <message>
            <source>The two passwords are not the same.</source>
            <translation>Пароли не совпадают.</translation>
        </message>
        <message>
            <source>The undo of an earlier import of this file was interrupted. Finish that undo first.</source>
            <translation>Отмена прежнего импорта этого файла прервалась. Сначала закончите её.</translation>
        </message>
        <message>
            <source>There are clients in this database. Demo data goes into an empty one only.</source>
            <translation>В этой базе есть клиенты. Учебные записи добавляются только в пустую.</translation>
        </message>
        <message>
            <source>There are no two records to compare any more.</source>
            <translation>Сравнивать больше нечего: двух записей уже нет.</translation>
        </message>
        <message>
            <source>There are too many payments, or none.</source>
            <translation>Платежей слишком много или нет совсем.</translation>
        </message>
        <message>
            <source>There is a database of Prichal here already. Connect to it, or choose another place.</source>
            <translation>Здесь уже есть база Причала. Подключитесь к ней или выберите другое место.</translation>
        </message>
        <message>
            <source>There is a filter of this name already.</source>
            <translation>Фильтр с таким названием уже есть.</translation>
        </message>
        <message>
            <source>There is a role “{name}” already.</source>
            <translation>Роль «{name}» уже есть.</translation>
        </message>
        <message>
            <source>There is no database file at {path}.</source>
            <translation>Файла базы нет: {path}.</translation>
        </message>
        <message>
            <source>There is no department {department}.</source>
            <translation>Отдела {department} нет.</translation>
        </message>
        <message>
            <source>There is no file at {path}.</source>
            <translation>Файла нет: {path}.</translation>
        </message>
        <message>
            <source>There is no invitation that waits.</source>
            <translation>Действующего приглашения нет.</translation>
        </message>
        <message>
            <source>There is no role {role}.</source>
            <translation>Роли {role} нет.</translation>
        </message>
        <message>
            <source>There is no room for more interests: take one away first.</source>
            <translation>Больше интересов не поместится: сначала уберите один.</translation>
        </message>
        <message>
            <source>There is no screen. “prichal screenshots DIR” draws the windows into files without one.</source>
            <translation>Экрана нет. «prichal screenshots ПАПКА» рисует окна в файлы без него.</translation>
        </message>
        <message>
            <source>There is no such field any more. Refresh the card.</source>
            <translation>Такого поля больше нет. Обновите карточку.</translation>
        </message>
        <message>
            <source>There is no such import.</source>
            <translation>Такого импорта нет.</translation>
        </message>
        <message>
            <source>There is no such way of writing to a client.</source>
            <translation>Такого способа написать клиенту нет.</translation>
        </message>
        <message>
            <source>These first calls were taken back already.</source>
            <translation>Эти первые звонки уже отменены.</translation>
        </message>
        <message>
            <source>These leads belong to different contacts. Merge the contacts, and the leads stand together.</source>
            <translation>Эти лиды принадлежат разным контактам. Объедините контакты, и лиды окажутся вместе.</translation>
        </message>
        <message>
            <source>This act is not known here any more.</source>
            <translation>Это действие здесь больше не известно.</translation>
        </message>
        <message>
            <source>This activity is completed already.</source>
            <translation>Это дело уже завершено.</translation>
        </message>
        <message>
            <source>This activity is still planned.</source>
            <translation>Это дело ещё запланировано.</translation>
        </message>
        <message>
            <source>This address can't be read. It looks like server/database.</source>
            <translation>Этот адрес не читается. Он выглядит так: сервер/база.</translation>
        </message>
        <message>
            <source>This amount can't be read.</source>
            <translation>Эта сумма не читается.</translation>
        </message>
        <message>
            <source>This can't be moved: what is done stays where it was.</source>
            <translation>Это нельзя перенести: сделанное остаётся на своём месте.</translation>
        </message>
        <message>
            <source>This can't be undone.</source>
            <translation>Это нельзя отменить.</translation>
        </message>
        <message>
            <source>This currency is not known.</source>
            <translation>Такой валюты нет.</translation>
        </message>
        <message>
            <source>This database is empty: no office was set up in it.</source>
            <translation>Эта база пуста: офис в ней не создан.</translation>
        </message>
        <message>
            <source>This database is from a newer Prichal: update the program.</source>
            <translation>Эта база — от более нового Причала: обновите программу.</translation>
        </message>
        <message>
            <source>This database is from an older Prichal. An administrator has to bring it up to date.</source>
            <translation>Эта база — от более старого Причала. Её должен обновить администратор.</translation>
        </message>
        <message>
            <source>This database was not made by Prichal.</source>
            <translation>Эту базу создал не Причал.</translation>
        </message>
        <message>
            <source>This date can't be read.</source>
            <translation>Эта дата не читается.</translation>
        </message>
        <message>
            <source>This day has not come yet.</source>
            <translation>Этот день ещё не наступил.</translation>
        </message>
        <message>
            <source>This employee does not work here any more.</source>
            <translation>Этот сотрудник здесь больше не работает.</translation>
        </message>
        <message>
            <source>This file is not a database: {path}</source>
            <translation>Этот файл — не база данных: {path}</translation>
        </message>
        <message>
            <source>This has been undone already.</source>
            <translation>Это уже отменено.</translation>
        </message>
        <message>
            <source>This import has ended already.</source>
            <translation>Этот импорт уже завершён.</translation>
        </message>
        <message>
            <source>This import was undone already.</source>
            <translation>Этот импорт уже отменён.</translation>
        </message>
        <message>
            <source>This is a folder. Add the name of a file.</source>
            <translation>Это папка. Добавьте имя файла.</translation>
        </message>
        <message>
            <source>This is an invitation's code. Set your own password with it.</source>
            <translation>Это код приглашения. Задайте по нему свой пароль.</translation>
        </message>
        <message>
            <source>This is neither a phone number nor an email.</source>
            <translation>Это не телефон и не эл. почта.</translation>
        </message>
        <message>
            <source>This is possible with a meeting only.</source>
            <translation>Так можно только со встречей.</translation>
        </message>
        <message>
            <source>This is too late.</source>
            <translation>Это слишком поздно.</translation>
        </message>
        <message>
            <source>This lead has become a deal already.</source>
            <translation>Этот лид уже стал сделкой.</translation>
        </message>
        <message>
            <source>This link can't be read: {text}. It looks like prichal:lead/12.</source>
            <translation>Ссылка не читается: {text}. Она выглядит так: prichal:lead/12.</translation>
        </message>
        <message>
            <source>This number can't be read.</source>
            <translation>Это число не читается.</translation>
        </message>
        <message>
            <source>This number is too large.</source>
            <translation>Это число слишком большое.</translation>
        </message>
        <message>
            <source>This office has no tags: an administrator took the field away.</source>
            <translation>В этом офисе нет меток: администратор убрал это поле.</translation>
        </message>
        <message>
            <source>This payment has been received already.</source>
            <translation>Этот платёж уже получен.</translation>
        </message>
        <message>
            <source>This person has no phone or email to sign in with.</source>
            <translation>У этого сотрудника нет телефона или почты для входа.</translation>
        </message>
        <message>
            <source>This picture can't be read, or is too large. Choose another.</source>
            <translation>Эта картинка не читается или слишком велика. Выберите другую.</translation>
        </message>
        <message>
            <source>This place is not used any more. Choose another one.</source>
            <translation>Это место больше не используется. Выберите другое.</translation>
        </message>
        <message>
            <source>This record is in the bin. Restore it first.</source>
            <translation>Эта запись в корзине. Сначала восстановите её.</translation>
        </message>
        <message>
            <source>This record is not in the bin.</source>
            <translation>Этой записи нет в корзине.</translation>
        </message>
        <message>
            <source>This record is not there any more, or is not yours to see.</source>
            <translation>Этой записи больше нет или она вам недоступна.</translation>
        </message>
        <message>
            <source>This result is not used any more. Choose another one.</source>
            <translation>Этот результат больше не используется. Выберите другой.</translation>
        </message>
        <message>
            <source>This right can't reach so far, or doesn't apply.</source>
            <translation>Так далеко это право не действует или его здесь нет.</translation>
        </message>
        <message>
            <source>This rule can't be set so.</source>
            <translation>Для этого правила так нельзя.</translation>
        </message>
        <message>
            <source>This stage is not used any more. Choose another one.</source>
            <translation>Эта стадия больше не используется. Выберите другую.</translation>
        </message>
        <message>
            <source>This text is too long.</source>
            <translation>Этот текст слишком длинный.</translation>
        </message>
        <message>
            <source>This text is too long: at most {limit} characters.</source>
            <translation>Этот текст слишком длинный: не больше {limit} знаков.</translation>
        </message>
        <message>
            <source>This time can't be read. It looks like 2025-11-18T11:45.</source>
            <translation>Это время не читается. Оно выглядит так: 2025-11-18T11:45.</translation>
        </message>
        <message>
            <source>This time is past already.</source>
            <translation>Это время уже прошло.</translation>
        </message>
        <message>
            <source>This time zone is not known. It looks like Europe/Moscow.</source>
            <translation>Такого часового пояса нет. Он выглядит так: Europe/Moscow.</translation>
        </message>
        <message>
            <source>This value does not suit the field.</source>
            <translation>Это значение не подходит полю.</translation>
        </message>
        <message>
            <source>This was refused ({code}). Check what was entered.</source>
            <translation>Отказано ({code}). Проверьте, что введено.</translation>
        </message>
        <message>
            <source>To complete a lead, convert it into a deal.</source>
            <translation>Чтобы завершить лид, переведите его в сделку.</translation>
        </message>
        <message>
            <source>Too late: {day} is the last day.</source>
            <translation>Слишком поздно: крайний день — {day}.</translation>
        </message>
        <message>
            <source>Too many digits after the decimal point.</source>
            <translation>Слишком много знаков после запятой.</translation>
        </message>
        <message numerus="yes">
            <source>Too many wrong passwords. Try again in %n second(s).</source>
            <translation>
                <numerusform>Слишком много неверных паролей. Попробуйте через %n секунду.</numerusform>
                <numerusform>Слишком много неверных паролей. Попробуйте через %n секунды.</numerusform>
                <numerusform>Слишком много неверных паролей. Попробуйте через %n секунд.</numerusform>
            </translation>
        </message>
        <message>
            <source>What was held can't lie in the future.</source>
            <translation>То, что уже было, не может лежать в будущем.</translation>
        </message>
        <message>
            <source>Work has to end after it begins.</source>
            <translation>Работа должна заканчиваться позже, чем начинается.</translation>
        </message>
        <message>
            <source>Write a comment for the timeline.</source>
            <translation>Напишите комментарий для ленты.</translation>
        </message>
        <message>
            <source>Yes or no is expected here.</source>
            <translation>Здесь нужно «да» или «нет».</translation>
        </message>
        <message>
            <source>You belong to no department: there is nobody to share with.</source>
            <translation>Вы не состоите в отделе: делиться не с кем.</translation>
        </message>
        <message>
            <source>You can't deactivate yourself.</source>
            <translation>Отключить самого себя нельзя.</translation>
        </message>
        <message>
            <source>You may not read {path}. Ask for access, or copy the file.</source>
            <translation>Нет права читать {path}. Попросите доступ или скопируйте файл.</translation>
        </message>
        <message>
            <source>Your access has ended. Your administrator knows more.</source>
            <translation>Ваш доступ закрыт. Подробности у администратора.</translation>
        </message>
        <message>
            <source>Your role does not allow this. Ask your administrator.</source>
            <translation>Ваша роль этого не позволяет. Обратитесь к администратору.</translation>
        </message>
        <message>
            <source>{employee} has a meeting at {at} already.</source>
            <translation>У сотрудника {employee} уже есть встреча в {at}.</translation>
        </message>
        <message>
            <source>{moved} of {count} cards were moved. {name} stays: {reason}</source>
            <translation>Перенесено карточек: {moved} из {count}. {name} остаётся: {reason}</translation>
        </message>
        <message>
            <source>{name} signs in with this already.</source>
            <translation>С этим логином уже входит {name}.</translation>
        </message>
        <message>
            <source>{name} stays where it was. {reason}</source>
            <translation>{name}: карточка осталась на месте. {reason}</translation>
        </message>
        <message>
            <source>{path} can't be read from the disk. Copy it and try again.</source>
            <translation>{path} не читается с диска. Скопируйте файл и попробуйте снова.</translation>
        </message>
        <message>
            <source>{path} has a password. Save it without one.</source>
            <translation>{path} закрыт паролем. Сохраните файл без пароля.</translation>
        </message>
        <message>
            <source>{path} has headings, but no rows below them.</source>
            <translation>В {path} есть заголовки, но под ними нет строк.</translation>
        </message>
        <message>
            <source>{path} has no columns that can be told apart.</source>
            <translation>В {path} не различить столбцов.</translation>
        </message>
        <message>
            <source>{path} is a folder. Choose the file in it.</source>
            <translation>{path} — это папка. Выберите файл в ней.</translation>
        </message>
        <message>
            <source>{path} is a web page with another ending. Export it as CSV or XLSX.</source>
            <translation>{path} — это веб-страница с другим расширением. Выгрузите её в CSV или XLSX.</translation>
        </message>
        <message>
            <source>{path} is damaged or no workbook. Save it anew as XLSX.</source>
            <translation>{path} повреждён или это не книга. Сохраните его заново в XLSX.</translation>
        </message>
        <message>
            <source>{path} is empty.</source>
            <translation>{path} — пустой файл.</translation>
        </message>
        <message>
            <source>{path} is no table in text. Export it as CSV or XLSX.</source>
            <translation>{path} — не текстовая таблица. Выгрузите её в CSV или XLSX.</translation>
        </message>
        <message>
            <source>{path} is too large. Divide it, or export it as CSV.</source>
            <translation>{path} слишком велик. Разделите его или выгрузите в CSV.</translation>
        </message>
        <message>
            <source>{place} is taken: {employee} has a meeting there at {at}.</source>
            <translation>{place}: занято, там встреча в {at} ({employee}).</translation>
        </message>
        <message>
            <source>“{name}” stands here twice.</source>
            <translation>«{name}» указано дважды.</translation>
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
            <source>Compare</source>
            <translation>Сравнить</translation>
        </message>
        <message>
            <source>Compare with {name}: one person?</source>
            <translation>Сравнить с {name}: один человек?</translation>
        </message>
        <message>
            <source>Fill this in</source>
            <translation>Заполните</translation>
        </message>
        <message>
            <source>New tag</source>
            <translation>Новая метка</translation>
        </message>
        <message>
            <source>New tag, Enter</source>
            <translation>Новая метка, Enter</translation>
        </message>
        <message>
            <source>One more messenger</source>
            <translation>Ещё мессенджер</translation>
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
            <source>This client is already with a colleague: {colleague}</source>
            <translation>С этим клиентом уже работает {colleague}</translation>
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
            <translation>Нужно целое число</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>Календарь</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Выбрать…</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Нет</translation>
        </message>
        <message>
            <source>No file</source>
            <translation>Файла нет</translation>
        </message>
        <message>
            <source>Not asked</source>
            <translation>Не спрашивали</translation>
        </message>
        <message>
            <source>Not chosen</source>
            <translation>Не выбрано</translation>
        </message>
        <message>
            <source>One more</source>
            <translation>Ещё</translation>
        </message>
        <message>
            <source>One more address</source>
            <translation>Ещё адрес</translation>
        </message>
        <message>
            <source>One more phone</source>
            <translation>Ещё телефон</translation>
        </message>
        <message>
            <source>Open the calendar</source>
            <translation>Открыть календарь</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Убрать</translation>
        </message>
        <message>
            <source>Remove the file</source>
            <translation>Убрать файл</translation>
        </message>
        <message>
            <source>Required</source>
            <translation>Обязательно</translation>
        </message>
        <message>
            <source>Show the password</source>
            <translation>Показать пароль</translation>
        </message>
        <message>
            <source>This date can't be read</source>
            <translation>Эту дату не разобрать</translation>
        </message>
        <message>
            <source>This is not a number</source>
            <translation>Это не число</translation>
        </message>
        <message>
            <source>This is not a sum</source>
            <translation>Это не сумма</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Да</translation>
        </message>
        <message>
            <source>the client doesn't know</source>
            <translation>клиент не знает</translation>
        </message>
    </context>
    <context>
        <name>Filter</name>
        <message>
            <source> or </source>
            <translation> или </translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>ещё %n</numerusform>
                <numerusform>ещё %n</numerusform>
                <numerusform>ещё %n</numerusform>
            </translation>
        </message>
        <message>
            <source>7 days</source>
            <translation>7 дней</translation>
        </message>
        <message>
            <source>A group: any of its conditions holds</source>
            <translation>Группа: верно хотя бы одно из условий</translation>
        </message>
        <message>
            <source>A part of it doesn't work any more</source>
            <translation>Часть фильтра больше не работает</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>Дело</translation>
        </message>
        <message>
            <source>Add a condition</source>
            <translation>Добавить условие</translation>
        </message>
        <message>
            <source>Add a condition to the group</source>
            <translation>Добавить условие в группу</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>Сумма</translation>
        </message>
        <message>
            <source>Any</source>
            <translation>Любой</translation>
        </message>
        <message>
            <source>Any of these holds</source>
            <translation>Верно хотя бы одно</translation>
        </message>
        <message>
            <source>Anywhere in the record</source>
            <translation>Где угодно в карточке</translation>
        </message>
        <message>
            <source>Begin the list with it</source>
            <translation>Открывать список с него</translation>
        </message>
        <message>
            <source>Birth date</source>
            <translation>Дата рождения</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Изменён</translation>
        </message>
        <message>
            <source>Choices</source>
            <translation>Варианты</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Закрыт</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Комментарий</translation>
        </message>
        <message>
            <source>Conditions</source>
            <translation>Условия</translation>
        </message>
        <message>
            <source>Contract date</source>
            <translation>Дата договора</translation>
        </message>
        <message>
            <source>Contract number</source>
            <translation>Номер договора</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>Создан</translation>
        </message>
        <message>
            <source>Created by</source>
            <translation>Кем создан</translation>
        </message>
        <message>
            <source>Deal made of it</source>
            <translation>Переведён в сделку</translation>
        </message>
        <message>
            <source>Delete	Del</source>
            <translation>Удалить	Del</translation>
        </message>
        <message>
            <source>Department: {name}</source>
            <translation>Отдел: {name}</translation>
        </message>
        <message>
            <source>Emails</source>
            <translation>Эл. почта</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>Поля</translation>
        </message>
        <message>
            <source>Fields of the stage missing</source>
            <translation>Не хватает полей стадии</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Фильтр</translation>
        </message>
        <message>
            <source>Find a field</source>
            <translation>Найти поле</translation>
        </message>
        <message>
            <source>Find in the list</source>
            <translation>Найти в списке</translation>
        </message>
        <message>
            <source>First name</source>
            <translation>Имя</translation>
        </message>
        <message>
            <source>First payment</source>
            <translation>Первый платёж</translation>
        </message>
        <message>
            <source>For me alone</source>
            <translation>Только для меня</translation>
        </message>
        <message>
            <source>For my department</source>
            <translation>Для моего отдела</translation>
        </message>
        <message>
            <source>For the whole office</source>
            <translation>Для всего офиса</translation>
        </message>
        <message>
            <source>For today</source>
            <translation>На сегодня</translation>
        </message>
        <message>
            <source>In progress</source>
            <translation>В работе</translation>
        </message>
        <message>
            <source>In the stage since</source>
            <translation>На стадии с</translation>
        </message>
        <message>
            <source>Last contact</source>
            <translation>Последний контакт</translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>Прошлый месяц</translation>
        </message>
        <message>
            <source>Last name</source>
            <translation>Фамилия</translation>
        </message>
        <message>
            <source>Last quarter</source>
            <translation>Прошлый квартал</translation>
        </message>
        <message>
            <source>Last week</source>
            <translation>Прошлая неделя</translation>
        </message>
        <message>
            <source>Last year</source>
            <translation>Прошлый год</translation>
        </message>
        <message>
            <source>Left to pay</source>
            <translation>Осталось оплатить</translation>
        </message>
        <message>
            <source>Linked contact</source>
            <translation>Связан с контактом</translation>
        </message>
        <message>
            <source>Made of a lead</source>
            <translation>Из лида</translation>
        </message>
        <message>
            <source>Meeting</source>
            <translation>Встреча</translation>
        </message>
        <message>
            <source>Messengers</source>
            <translation>Мессенджеры</translation>
        </message>
        <message>
            <source>Middle name</source>
            <translation>Отчество</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>Месяц</translation>
        </message>
        <message>
            <source>Move down	Alt+↓</source>
            <translation>Ниже	Alt+↓</translation>
        </message>
        <message>
            <source>Move up	Alt+↑</source>
            <translation>Выше	Alt+↑</translation>
        </message>
        <message>
            <source>My department</source>
            <translation>Мой отдел</translation>
        </message>
        <message>
            <source>Name of the filter</source>
            <translation>Название фильтра</translation>
        </message>
        <message>
            <source>Next activity</source>
            <translation>Ближайшее дело</translation>
        </message>
        <message>
            <source>Next activity too late</source>
            <translation>Дело позже срока</translation>
        </message>
        <message>
            <source>Next month</source>
            <translation>Следующий месяц</translation>
        </message>
        <message>
            <source>Next payment</source>
            <translation>Ближайший платёж</translation>
        </message>
        <message>
            <source>Next week</source>
            <translation>Следующая неделя</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Нет</translation>
        </message>
        <message>
            <source>Not processed: no recorded conversation</source>
            <translation>Не обработана: нет записи разговора</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Номер</translation>
        </message>
        <message>
            <source>Or…</source>
            <translation>Или…</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Просрочено</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>Оплачено</translation>
        </message>
        <message>
            <source>Payment overdue</source>
            <translation>Платёж просрочен</translation>
        </message>
        <message>
            <source>Phones</source>
            <translation>Телефоны</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Место</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>Запланировано</translation>
        </message>
        <message>
            <source>Quarter</source>
            <translation>Квартал</translation>
        </message>
        <message>
            <source>Remove the condition {name}</source>
            <translation>Убрать условие «{name}»</translation>
        </message>
        <message>
            <source>Remove the group</source>
            <translation>Убрать группу</translation>
        </message>
        <message>
            <source>Rename…	F2</source>
            <translation>Переименовать…	F2</translation>
        </message>
        <message>
            <source>Repeat lead</source>
            <translation>Повторный лид</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Сбросить</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>Ответственный</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Сохранить</translation>
        </message>
        <message>
            <source>Save the changes</source>
            <translation>Сохранить изменения</translation>
        </message>
        <message>
            <source>Save the current one</source>
            <translation>Сохранить текущий</translation>
        </message>
        <message>
            <source>Saved filters</source>
            <translation>Сохранённые фильтры</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Показать</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Источник</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Стадия</translation>
        </message>
        <message>
            <source>Sum</source>
            <translation>Сумма</translation>
        </message>
        <message>
            <source>The filter “{name}” is deleted</source>
            <translation>Фильтр «{name}» удалён</translation>
        </message>
        <message>
            <source>The value can't be read; the rest of the filter works</source>
            <translation>Значение не читается; остальной фильтр работает</translation>
        </message>
        <message>
            <source>This field is deleted; the rest of the filter works</source>
            <translation>Поле удалено; остальной фильтр работает</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>Этот месяц</translation>
        </message>
        <message>
            <source>This quarter</source>
            <translation>Этот квартал</translation>
        </message>
        <message>
            <source>This version doesn't know the condition; the rest of the filter works</source>
            <translation>Эта версия не знает такого условия; остальной фильтр работает</translation>
        </message>
        <message>
            <source>This week</source>
            <translation>Эта неделя</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>Этот год</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Название</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Сегодня</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>Завтра</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Тип</translation>
        </message>
        <message>
            <source>Was ever in stage</source>
            <translation>Побывал на стадии</translation>
        </message>
        <message>
            <source>What was chosen here is deleted; the rest of the filter works</source>
            <translation>Выбранное здесь удалено; остальной фильтр работает</translation>
        </message>
        <message>
            <source>Who sees it</source>
            <translation>Кто его видит</translation>
        </message>
        <message>
            <source>Will be found: {count}</source>
            <translation>Найдётся {count}</translation>
        </message>
        <message>
            <source>Without activities</source>
            <translation>Без дел</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Да</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Вчера</translation>
        </message>
        <message>
            <source>after the day</source>
            <translation>после дня</translation>
        </message>
        <message>
            <source>all of</source>
            <translation>все из</translation>
        </message>
        <message>
            <source>all of them hold</source>
            <translation>совпадают все</translation>
        </message>
        <message>
            <source>any of</source>
            <translation>любой из</translation>
        </message>
        <message>
            <source>before the day</source>
            <translation>до дня</translation>
        </message>
        <message>
            <source>contains</source>
            <translation>содержит</translation>
        </message>
        <message>
            <source>days ago</source>
            <translation>дней назад</translation>
        </message>
        <message>
            <source>days from now</source>
            <translation>дней от сегодня</translation>
        </message>
        <message>
            <source>days, today among them</source>
            <translation>дней, считая сегодня</translation>
        </message>
        <message>
            <source>deleted</source>
            <translation>удалено</translation>
        </message>
        <message>
            <source>does not contain</source>
            <translation>не содержит</translation>
        </message>
        <message>
            <source>earlier than</source>
            <translation>раньше чем</translation>
        </message>
        <message>
            <source>equals</source>
            <translation>равно</translation>
        </message>
        <message>
            <source>from</source>
            <translation>от</translation>
        </message>
        <message>
            <source>from – to</source>
            <translation>от – до</translation>
        </message>
        <message numerus="yes">
            <source>in over %n day(s)</source>
            <translation>
                <numerusform>больше чем через %n день</numerusform>
                <numerusform>больше чем через %n дня</numerusform>
                <numerusform>больше чем через %n дней</numerusform>
            </translation>
        </message>
        <message>
            <source>in the last days</source>
            <translation>за последние дни</translation>
        </message>
        <message>
            <source>in the next days</source>
            <translation>в ближайшие дни</translation>
        </message>
        <message>
            <source>is empty</source>
            <translation>не заполнено</translation>
        </message>
        <message>
            <source>is filled</source>
            <translation>заполнено</translation>
        </message>
        <message>
            <source>later than</source>
            <translation>позже чем</translation>
        </message>
        <message>
            <source>less than</source>
            <translation>меньше</translation>
        </message>
        <message>
            <source>more than</source>
            <translation>больше</translation>
        </message>
        <message>
            <source>no</source>
            <translation>нет</translation>
        </message>
        <message>
            <source>none of</source>
            <translation>кроме</translation>
        </message>
        <message numerus="yes">
            <source>over %n day(s) ago</source>
            <translation>
                <numerusform>больше %n дня назад</numerusform>
                <numerusform>больше %n дней назад</numerusform>
                <numerusform>больше %n дней назад</numerusform>
            </translation>
        </message>
        <message>
            <source>period</source>
            <translation>период</translation>
        </message>
        <message numerus="yes">
            <source>the last %n day(s)</source>
            <translation>
                <numerusform>последний %n день</numerusform>
                <numerusform>последние %n дня</numerusform>
                <numerusform>последние %n дней</numerusform>
            </translation>
        </message>
        <message>
            <source>the list begins with it</source>
            <translation>список открывается с него</translation>
        </message>
        <message numerus="yes">
            <source>the next %n day(s)</source>
            <translation>
                <numerusform>ближайший %n день</numerusform>
                <numerusform>ближайшие %n дня</numerusform>
                <numerusform>ближайшие %n дней</numerusform>
            </translation>
        </message>
        <message>
            <source>to</source>
            <translation>до</translation>
        </message>
        <message>
            <source>week, month, year</source>
            <translation>неделя, месяц, год</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>да</translation>
        </message>
        <message>
            <source>{name} (me)</source>
            <translation>{name} (я)</translation>
        </message>
    </context>
    <context>
        <name>FilterField</name>
        <message>
            <source>All conditions</source>
            <translation>Все условия</translation>
        </message>
        <message>
            <source>Drop the filter {name}</source>
            <translation>Снять фильтр {name}</translation>
        </message>
        <message>
            <source>Filter and search</source>
            <translation>Фильтр и поиск</translation>
        </message>
    </context>
    <context>
        <name>FirstRun</name>
        <message numerus="yes">
            <source>%n field(s) on the cards</source>
            <translation>
                <numerusform>%n поле в карточках</numerusform>
                <numerusform>%n поля в карточках</numerusform>
                <numerusform>%n полей в карточках</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%n сообщение</numerusform>
                <numerusform>%n сообщения</numerusform>
                <numerusform>%n сообщений</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n outcome(s)</source>
            <translation>
                <numerusform>%n исход</numerusform>
                <numerusform>%n исхода</numerusform>
                <numerusform>%n исходов</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rule(s) that the program keeps</source>
            <translation>
                <numerusform>%n правило, за которым следит программа</numerusform>
                <numerusform>%n правила, за которыми следит программа</numerusform>
                <numerusform>%n правил, за которыми следит программа</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n stage(s)</source>
            <translation>
                <numerusform>%n стадия</numerusform>
                <numerusform>%n стадии</numerusform>
                <numerusform>%n стадий</numerusform>
            </translation>
        </message>
        <message>
            <source>A good one</source>
            <translation>Надёжный</translation>
        </message>
        <message>
            <source>Access</source>
            <translation>Доступ</translation>
        </message>
        <message>
            <source>Add training records</source>
            <translation>Добавить учебные записи</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Адрес</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>Администратор</translation>
        </message>
        <message numerus="yes">
            <source>At least %n character(s)</source>
            <translation>
                <numerusform>Не короче %n знака</numerusform>
                <numerusform>Не короче %n знаков</numerusform>
                <numerusform>Не короче %n знаков</numerusform>
            </translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Назад</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Отмена</translation>
        </message>
        <message>
            <source>Choose one</source>
            <translation>Выберите из списка</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Выбрать…</translation>
        </message>
        <message>
            <source>Connect to a database that exists</source>
            <translation>Подключиться к готовой базе</translation>
        </message>
        <message>
            <source>Create the database</source>
            <translation>Создать базу</translation>
        </message>
        <message>
            <source>Creating…</source>
            <translation>Создаём…</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>Валюта</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>База</translation>
        </message>
        <message>
            <source>Databases (*.db)</source>
            <translation>Базы данных (*.db)</translation>
        </message>
        <message>
            <source>Deals</source>
            <translation>Сделки</translation>
        </message>
        <message>
            <source>Enter the server and the database</source>
            <translation>Укажите сервер и базу</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>Поля</translation>
        </message>
        <message>
            <source>Fill this in</source>
            <translation>Заполните</translation>
        </message>
        <message>
            <source>First name</source>
            <translation>Имя</translation>
        </message>
        <message>
            <source>Invites employees and gives rights</source>
            <translation>Приглашает сотрудников и раздаёт права</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Язык</translation>
        </message>
        <message>
            <source>Last name</source>
            <translation>Фамилия</translation>
        </message>
        <message>
            <source>Leads</source>
            <translation>Лиды</translation>
        </message>
        <message>
            <source>Long enough</source>
            <translation>Достаточно длинный</translation>
        </message>
        <message>
            <source>Main</source>
            <translation>Основная</translation>
        </message>
        <message>
            <source>Monday to Friday, no holidays</source>
            <translation>С понедельника по пятницу, без праздников</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Дальше</translation>
        </message>
        <message>
            <source>Not the same</source>
            <translation>Не совпадает</translation>
        </message>
        <message>
            <source>Office</source>
            <translation>Офис</translation>
        </message>
        <message>
            <source>Office server</source>
            <translation>Сервер офиса</translation>
        </message>
        <message>
            <source>Office server, {name}</source>
            <translation>Сервер офиса, {name}</translation>
        </message>
        <message>
            <source>On this computer</source>
            <translation>На этом компьютере</translation>
        </message>
        <message>
            <source>On this computer, {name}</source>
            <translation>На этом компьютере, {name}</translation>
        </message>
        <message>
            <source>Once more</source>
            <translation>Ещё раз</translation>
        </message>
        <message>
            <source>One file, nothing to set up</source>
            <translation>Один файл, настраивать ничего не нужно</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Пароль</translation>
        </message>
        <message>
            <source>Phone or email: your login</source>
            <translation>Телефон или эл. почта — ваш логин</translation>
        </message>
        <message>
            <source>PostgreSQL: a sign-in and rights of one's own for everyone</source>
            <translation>PostgreSQL: у каждого свой вход и свои права</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>Пресет</translation>
        </message>
        <message>
            <source>Prichal — first run</source>
            <translation>Причал — первый запуск</translation>
        </message>
        <message>
            <source>Remember me</source>
            <translation>Запомнить меня</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>Правила</translation>
        </message>
        <message>
            <source>Say where the file is to be</source>
            <translation>Укажите, где будет файл</translation>
        </message>
        <message>
            <source>Stages and fields can be changed later</source>
            <translation>Стадии и поля потом меняются в настройках</translation>
        </message>
        <message>
            <source>Step {number} of {steps}</source>
            <translation>Шаг {number} из {steps}</translation>
        </message>
        <message>
            <source>Templates</source>
            <translation>Шаблоны</translation>
        </message>
        <message>
            <source>The same</source>
            <translation>Совпадает</translation>
        </message>
        <message>
            <source>This system has no keyring, so the password is not kept.</source>
            <translation>В этой системе нет связки ключей, пароль не сохранится.</translation>
        </message>
        <message>
            <source>Three short steps to the first lead</source>
            <translation>Три коротких шага до первого лида</translation>
        </message>
        <message>
            <source>Time zone of the office</source>
            <translation>Часовой пояс офиса</translation>
        </message>
        <message>
            <source>User of the server</source>
            <translation>Пользователь сервера</translation>
        </message>
        <message>
            <source>Welcome</source>
            <translation>Добро пожаловать</translation>
        </message>
        <message>
            <source>What the office does</source>
            <translation>Чем занимается компания</translation>
        </message>
        <message>
            <source>Where the database is to be</source>
            <translation>Где будет база</translation>
        </message>
        <message>
            <source>Where the file is</source>
            <translation>Где лежит файл</translation>
        </message>
        <message>
            <source>Who can open the file can read it all. For several workplaces take a server.</source>
            <translation>Кто может открыть файл, тот прочитает всё. Для нескольких рабочих мест берите сервер.</translation>
        </message>
        <message>
            <source>Who opened and changed what is written to the history.</source>
            <translation>Кто что открывал и менял, записывается в историю.</translation>
        </message>
        <message>
            <source>Will be created</source>
            <translation>Будет создано</translation>
        </message>
        <message>
            <source>Working calendar</source>
            <translation>Рабочий календарь</translation>
        </message>
        <message>
            <source>from two workplaces</source>
            <translation>от двух мест</translation>
        </message>
        <message>
            <source>in the system's protected keyring</source>
            <translation>в защищённой связке ключей системы</translation>
        </message>
        <message>
            <source>nothing is sent to clients</source>
            <translation>клиентам ничего не уходит</translation>
        </message>
        <message>
            <source>server/database</source>
            <translation>сервер/база</translation>
        </message>
        <message>
            <source>{name}, administrator</source>
            <translation>{name}, администратор</translation>
        </message>
        <message>
            <source>{preset}, training records</source>
            <translation>{preset}, учебные записи</translation>
        </message>
    </context>
    <context>
        <name>FirstSteps</name>
        <message numerus="yes">
            <source>%n stage(s) of deals</source>
            <translation>
                <numerusform>%n стадия сделок</numerusform>
                <numerusform>%n стадии сделок</numerusform>
                <numerusform>%n стадий сделок</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n stage(s) of leads</source>
            <translation>
                <numerusform>%n стадия лидов</numerusform>
                <numerusform>%n стадии лидов</numerusform>
                <numerusform>%n стадий лидов</numerusform>
            </translation>
        </message>
        <message>
            <source>A CSV or XLSX file, an export of another CRM</source>
            <translation>Файл CSV или XLSX, выгрузка прежней CRM</translation>
        </message>
        <message>
            <source>Bring your clients over</source>
            <translation>Перенести клиентов</translation>
        </message>
        <message>
            <source>Database and administrator</source>
            <translation>База и администратор</translation>
        </message>
        <message>
            <source>First steps</source>
            <translation>Первые шаги</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Скрыть</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Импорт</translation>
        </message>
        <message>
            <source>Stages, fields and rules of the preset</source>
            <translation>Стадии, поля и правила пресета</translation>
        </message>
        <message>
            <source>done</source>
            <translation>готово</translation>
        </message>
        <message>
            <source>{done} of {all}</source>
            <translation>{done} из {all}</translation>
        </message>
    </context>
    <context>
        <name>Format</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n день</numerusform>
                <numerusform>%n дня</numerusform>
                <numerusform>%n дней</numerusform>
            </translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Сегодня</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>Завтра</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Вчера</translation>
        </message>
        <message>
            <source>in {duration}</source>
            <translation>через {duration}</translation>
        </message>
        <message>
            <source>{count} h</source>
            <translation>{count} ч</translation>
        </message>
        <message>
            <source>{count} min</source>
            <translation>{count} мин</translation>
        </message>
        <message>
            <source>{count} s</source>
            <translation>{count} с</translation>
        </message>
        <message>
            <source>{currency}{number}bn</source>
            <translation>{number} млрд {currency}</translation>
        </message>
        <message>
            <source>{currency}{number}m</source>
            <translation>{number} млн {currency}</translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message numerus="yes">
            <source>%n line(s)</source>
            <translation>
                <numerusform>%n строка</numerusform>
                <numerusform>%n строки</numerusform>
                <numerusform>%n строк</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more field(s)</source>
            <translation>
                <numerusform>ещё %n поле</numerusform>
                <numerusform>ещё %n поля</numerusform>
                <numerusform>ещё %n полей</numerusform>
            </translation>
        </message>
        <message>
            <source>A rule overridden</source>
            <translation>Обход правила</translation>
        </message>
        <message>
            <source>About the person</source>
            <translation>О сотруднике</translation>
        </message>
        <message>
            <source>Absent from</source>
            <translation>Отсутствует с</translation>
        </message>
        <message>
            <source>Absent until</source>
            <translation>Отсутствует по</translation>
        </message>
        <message>
            <source>Act</source>
            <translation>Действие</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>Дело</translation>
        </message>
        <message>
            <source>Added</source>
            <translation>Добавлено</translation>
        </message>
        <message>
            <source>Added by the office</source>
            <translation>Добавлено офисом</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Адрес</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>Сумма</translation>
        </message>
        <message>
            <source>Asked on later stages too</source>
            <translation>Нужно и на следующих стадиях</translation>
        </message>
        <message>
            <source>Became</source>
            <translation>Стало</translation>
        </message>
        <message>
            <source>Belongs to</source>
            <translation>Входит в</translation>
        </message>
        <message>
            <source>Block of fields</source>
            <translation>Блок полей</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Звонок</translation>
        </message>
        <message>
            <source>Call result</source>
            <translation>Результат звонка</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Изменено</translation>
        </message>
        <message>
            <source>Choice of a field</source>
            <translation>Вариант поля</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Код</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>Цвет</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Комментарий</translation>
        </message>
        <message>
            <source>Comment on the result</source>
            <translation>Комментарий к результату</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>Подтверждено</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Контакт</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>Контакты</translation>
        </message>
        <message>
            <source>Day of the calendar</source>
            <translation>День календаря</translation>
        </message>
        <message>
            <source>Deal</source>
            <translation>Сделка</translation>
        </message>
        <message>
            <source>Deals</source>
            <translation>Сделки</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>Отдел</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>Описание</translation>
        </message>
        <message>
            <source>Email</source>
            <translation>Эл. почта</translation>
        </message>
        <message>
            <source>Employee</source>
            <translation>Сотрудник</translation>
        </message>
        <message>
            <source>Executes deals</source>
            <translation>Ведёт сделки</translation>
        </message>
        <message>
            <source>Exported</source>
            <translation>Выгрузка</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Поле</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Файл</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>Передача</translation>
        </message>
        <message>
            <source>Head</source>
            <translation>Руководитель</translation>
        </message>
        <message>
            <source>Hint</source>
            <translation>Подсказка</translation>
        </message>
        <message>
            <source>History</source>
            <translation>История</translation>
        </message>
        <message>
            <source>In the bin since</source>
            <translation>В корзине с</translation>
        </message>
        <message>
            <source>Interests</source>
            <translation>Интересы</translation>
        </message>
        <message>
            <source>Job title</source>
            <translation>Должность</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Вид</translation>
        </message>
        <message>
            <source>Kind of activity</source>
            <translation>Вид дела</translation>
        </message>
        <message>
            <source>Kind of field</source>
            <translation>Вид поля</translation>
        </message>
        <message>
            <source>Kind of stage</source>
            <translation>Вид стадии</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>Пометка</translation>
        </message>
        <message>
            <source>Lead</source>
            <translation>Лид</translation>
        </message>
        <message>
            <source>Leads</source>
            <translation>Лиды</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>Письмо</translation>
        </message>
        <message>
            <source>Looked up</source>
            <translation>Поиск</translation>
        </message>
        <message>
            <source>May be unknown</source>
            <translation>Может быть неизвестно</translation>
        </message>
        <message>
            <source>Meeting</source>
            <translation>Встреча</translation>
        </message>
        <message>
            <source>Merged into No.</source>
            <translation>Объединено с №</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Сообщение</translation>
        </message>
        <message>
            <source>Messenger</source>
            <translation>Мессенджер</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>Способ</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>Минуты</translation>
        </message>
        <message>
            <source>Mobile phone</source>
            <translation>Мобильный телефон</translation>
        </message>
        <message>
            <source>Mode</source>
            <translation>Режим</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Название</translation>
        </message>
        <message>
            <source>Needs a comment</source>
            <translation>Нужен комментарий</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Номер</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>Числа</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Другое</translation>
        </message>
        <message>
            <source>Payment</source>
            <translation>Платёж</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Телефон</translation>
        </message>
        <message>
            <source>Phone or email</source>
            <translation>Телефон или почта</translation>
        </message>
        <message>
            <source>Pinned</source>
            <translation>Закреплено</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Место</translation>
        </message>
        <message>
            <source>Place in the queue</source>
            <translation>Место в очереди</translation>
        </message>
        <message>
            <source>Planned for</source>
            <translation>По плану</translation>
        </message>
        <message>
            <source>Put into the bin</source>
            <translation>Удалено в корзину</translation>
        </message>
        <message>
            <source>Reached</source>
            <translation>Дозвонились</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>Чек</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>Получен</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Отказано</translation>
        </message>
        <message>
            <source>Removed</source>
            <translation>Удалено</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Отчёт</translation>
        </message>
        <message>
            <source>Required field</source>
            <translation>Обязательное поле</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>Ответственный</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Результат</translation>
        </message>
        <message>
            <source>Right of a role</source>
            <translation>Право роли</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Роль</translation>
        </message>
        <message>
            <source>Room</source>
            <translation>Кабинет</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>Правило</translation>
        </message>
        <message>
            <source>Scope</source>
            <translation>Охват</translation>
        </message>
        <message>
            <source>Section</source>
            <translation>Раздел</translation>
        </message>
        <message>
            <source>Setting</source>
            <translation>Настройка</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Настройки</translation>
        </message>
        <message>
            <source>Sign-in refused</source>
            <translation>Вход отклонён</translation>
        </message>
        <message>
            <source>Signed in</source>
            <translation>Вход</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Источник</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Стадия</translation>
        </message>
        <message>
            <source>Stage moved</source>
            <translation>Смена стадии</translation>
        </message>
        <message>
            <source>Stand-in</source>
            <translation>Заместитель</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Начало</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Состояние</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Тема</translation>
        </message>
        <message>
            <source>Taken by</source>
            <translation>Принял</translation>
        </message>
        <message>
            <source>Taken out of the bin</source>
            <translation>Возвращено из корзины</translation>
        </message>
        <message>
            <source>Technical</source>
            <translation>Служебный</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Текст</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Тема</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Название</translation>
        </message>
        <message>
            <source>Type of deal</source>
            <translation>Тип сделки</translation>
        </message>
        <message>
            <source>Usual subject</source>
            <translation>Готовая тема</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Значение</translation>
        </message>
        <message>
            <source>Viewed</source>
            <translation>Просмотр</translation>
        </message>
        <message>
            <source>Was</source>
            <translation>Было</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Что</translation>
        </message>
        <message>
            <source>What exactly</source>
            <translation>Что именно</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Когда</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Кто</translation>
        </message>
        <message>
            <source>Why there is no recording</source>
            <translation>Почему нет записи</translation>
        </message>
        <message>
            <source>With what</source>
            <translation>С чем</translation>
        </message>
        <message>
            <source>Work phone</source>
            <translation>Рабочий телефон</translation>
        </message>
        <message>
            <source>Working day</source>
            <translation>Рабочий день</translation>
        </message>
        <message>
            <source>Workplace</source>
            <translation>Рабочее место</translation>
        </message>
        <message>
            <source>Works here</source>
            <translation>Работает</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>отменено</translation>
        </message>
        <message>
            <source>done</source>
            <translation>выполнено</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>пусто</translation>
        </message>
        <message>
            <source>missed</source>
            <translation>не состоялось</translation>
        </message>
        <message>
            <source>no</source>
            <translation>нет</translation>
        </message>
        <message>
            <source>planned</source>
            <translation>запланировано</translation>
        </message>
        <message>
            <source>the client doesn't know</source>
            <translation>клиент не знает</translation>
        </message>
        <message>
            <source>the program</source>
            <translation>программа</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>да</translation>
        </message>
    </context>
    <context>
        <name>HistoryTab</name>
        <message>
            <source>Act</source>
            <translation>Действие</translation>
        </message>
        <message>
            <source>Activities</source>
            <translation>Дела</translation>
        </message>
        <message>
            <source>Added</source>
            <translation>Создание</translation>
        </message>
        <message>
            <source>All acts</source>
            <translation>Все действия</translation>
        </message>
        <message>
            <source>All objects</source>
            <translation>Все объекты</translation>
        </message>
        <message>
            <source>All the time</source>
            <translation>За всё время</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>Изменения</translation>
        </message>
        <message>
            <source>Comments and files</source>
            <translation>Комментарии и файлы</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>Контакты</translation>
        </message>
        <message>
            <source>Created today</source>
            <translation>Создано сегодня</translation>
        </message>
        <message>
            <source>Created yesterday</source>
            <translation>Создано вчера</translation>
        </message>
        <message>
            <source>Deals</source>
            <translation>Сделки</translation>
        </message>
        <message>
            <source>Deletions</source>
            <translation>Удаления</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Подробности</translation>
        </message>
        <message>
            <source>Done by me</source>
            <translation>Мои действия</translation>
        </message>
        <message>
            <source>Drop the filter</source>
            <translation>Сбросить фильтр</translation>
        </message>
        <message>
            <source>Employee, client, phone, number</source>
            <translation>Сотрудник, клиент, телефон, номер</translation>
        </message>
        <message>
            <source>Employees</source>
            <translation>Сотрудники</translation>
        </message>
        <message>
            <source>Enter — open the card</source>
            <translation>Enter — открыть карточку</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>Все сотрудники</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Выгрузить</translation>
        </message>
        <message>
            <source>Export the history</source>
            <translation>Выгрузка истории</translation>
        </message>
        <message numerus="yes">
            <source>Exported %n line(s) into {file}</source>
            <translation>
                <numerusform>Выгружена %n строка в {file}</numerusform>
                <numerusform>Выгружены %n строки в {file}</numerusform>
                <numerusform>Выгружено %n строк в {file}</numerusform>
            </translation>
        </message>
        <message>
            <source>Exports</source>
            <translation>Выгрузки</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Первый день</translation>
        </message>
        <message>
            <source>History</source>
            <translation>История</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>За 30 дней</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>За 7 дней</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Последний день</translation>
        </message>
        <message>
            <source>Leads</source>
            <translation>Лиды</translation>
        </message>
        <message>
            <source>Lines read: &lt;b&gt;{count}&lt;/b&gt;</source>
            <translation>Прочитано записей: &lt;b&gt;{count}&lt;/b&gt;</translation>
        </message>
        <message>
            <source>Nothing was done that this filter finds.</source>
            <translation>По этому фильтру действий нет.</translation>
        </message>
        <message>
            <source>Open the card</source>
            <translation>Открыть карточку</translation>
        </message>
        <message>
            <source>Other days…</source>
            <translation>Другие дни…</translation>
        </message>
        <message>
            <source>Overridden rules</source>
            <translation>Обход правил</translation>
        </message>
        <message>
            <source>Payments</source>
            <translation>Платежи</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>Период</translation>
        </message>
        <message>
            <source>Put the old value back?</source>
            <translation>Вернуть прежнее значение?</translation>
        </message>
        <message>
            <source>Ready filters</source>
            <translation>Готовые фильтры</translation>
        </message>
        <message>
            <source>Refusals</source>
            <translation>Отказы</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Вернуть</translation>
        </message>
        <message>
            <source>Restore: {field}</source>
            <translation>Вернуть: {field}</translation>
        </message>
        <message>
            <source>Restored: {field}</source>
            <translation>Возвращено: {field}</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Настройки</translation>
        </message>
        <message>
            <source>Sign-ins</source>
            <translation>Входы</translation>
        </message>
        <message>
            <source>Space — details</source>
            <translation>Пробел — подробности</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Сегодня</translation>
        </message>
        <message>
            <source>Views</source>
            <translation>Просмотры</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Когда</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Сотрудник</translation>
        </message>
        <message>
            <source>With what</source>
            <translation>С чем</translation>
        </message>
        <message>
            <source>Workbook (*.xlsx);;Table (*.csv)</source>
            <translation>Книга (*.xlsx);;Таблица (*.csv)</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Вчера</translation>
        </message>
        <message>
            <source>Your role doesn't see the history.</source>
            <translation>Ваша роль не видит историю.</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>пусто</translation>
        </message>
        <message>
            <source>{client}. {field} becomes: {value}</source>
            <translation>{client}. {field} станет: {value}</translation>
        </message>
    </context>
    <context>
        <name>Imports</name>
        <message numerus="yes">
            <source>%n activity(s) were taken back.</source>
            <translation>
                <numerusform>Отменено %n дело.</numerusform>
                <numerusform>Отменено %n дела.</numerusform>
                <numerusform>Отменено %n дел.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call(s)</source>
            <translation>
                <numerusform>%n звонок</numerusform>
                <numerusform>%n звонка</numerusform>
                <numerusform>%n звонков</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n column(s)</source>
            <translation>
                <numerusform>%n колонка</numerusform>
                <numerusform>%n колонки</numerusform>
                <numerusform>%n колонок</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lead(s)</source>
            <translation>
                <numerusform>%n лид</numerusform>
                <numerusform>%n лида</numerusform>
                <numerusform>%n лидов</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lead(s) are as they were before.</source>
            <translation>
                <numerusform>%n лид стал как был.</numerusform>
                <numerusform>%n лида стали как были.</numerusform>
                <numerusform>%n лидов стали как были.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lead(s) are parked.</source>
            <translation>
                <numerusform>Отложен %n лид.</numerusform>
                <numerusform>Отложено %n лида.</numerusform>
                <numerusform>Отложено %n лидов.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lead(s) got a new responsible.</source>
            <translation>
                <numerusform>У %n лида новый ответственный.</numerusform>
                <numerusform>У %n лидов новый ответственный.</numerusform>
                <numerusform>У %n лидов новый ответственный.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lead(s) have their first call.</source>
            <translation>
                <numerusform>Первый звонок назначен %n лиду.</numerusform>
                <numerusform>Первый звонок назначен %n лидам.</numerusform>
                <numerusform>Первый звонок назначен %n лидам.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lead(s) parked until {day}</source>
            <translation>
                <numerusform>%n лид отложен до {day}</numerusform>
                <numerusform>%n лида отложены до {day}</numerusform>
                <numerusform>%n лидов отложены до {day}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lead(s) went to the bin.</source>
            <translation>
                <numerusform>%n лид убран в корзину.</numerusform>
                <numerusform>%n лида убраны в корзину.</numerusform>
                <numerusform>%n лидов убраны в корзину.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lead(s) without a first call</source>
            <translation>
                <numerusform>%n лид без первого звонка</numerusform>
                <numerusform>%n лида без первого звонка</numerusform>
                <numerusform>%n лидов без первого звонка</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) changed since are left as they are:</source>
            <translation>
                <numerusform>%n запись с тех пор изменили, она осталась:</numerusform>
                <numerusform>%n записи с тех пор изменили, они остались:</numerusform>
                <numerusform>%n записей с тех пор изменили, они остались:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation>
                <numerusform>%n строка</numerusform>
                <numerusform>%n строки</numerusform>
                <numerusform>%n строк</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) become leads of their own.</source>
            <translation>
                <numerusform>%n строка станет отдельным лидом.</numerusform>
                <numerusform>%n строки станут отдельными лидами.</numerusform>
                <numerusform>%n строк станут отдельными лидами.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) match the database or each other</source>
            <translation>
                <numerusform>%n строка совпала с базой или с другой строкой</numerusform>
                <numerusform>%n строки совпали с базой или между собой</numerusform>
                <numerusform>%n строк совпали с базой или между собой</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) of people already known are left out.</source>
            <translation>
                <numerusform>%n строка об уже известных людях будет пропущена.</numerusform>
                <numerusform>%n строки об уже известных людях будут пропущены.</numerusform>
                <numerusform>%n строк об уже известных людях будут пропущены.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n that somebody has worked on were left.</source>
            <translation>
                <numerusform>Оставлено %n, с которым уже работали.</numerusform>
                <numerusform>Оставлено %n, с которыми уже работали.</numerusform>
                <numerusform>Оставлено %n, с которыми уже работали.</numerusform>
            </translation>
        </message>
        <message>
            <source>(no heading)</source>
            <translation>(без заголовка)</translation>
        </message>
        <message>
            <source>1 to {most}</source>
            <translation>От 1 до {most}</translation>
        </message>
        <message numerus="yes">
            <source>A day has room for {room}: it takes %n working day(s), or more people.</source>
            <translation>
                <numerusform>В день помещается {room}: нужен %n рабочий день или больше людей.</numerusform>
                <numerusform>В день помещается {room}: нужно %n рабочих дня или больше людей.</numerusform>
                <numerusform>В день помещается {room}: нужно %n рабочих дней или больше людей.</numerusform>
            </translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Добавить</translation>
        </message>
        <message>
            <source>Add the source</source>
            <translation>Добавить источник</translation>
        </message>
        <message>
            <source>Add without an invitation</source>
            <translation>Добавить без приглашения</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Адрес</translation>
        </message>
        <message>
            <source>All employees, sources and stages are known.</source>
            <translation>Все сотрудники, источники и стадии известны.</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>Сумма</translation>
        </message>
        <message>
            <source>Another file</source>
            <translation>Другой файл</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Назад</translation>
        </message>
        <message>
            <source>Birth date</source>
            <translation>Дата рождения</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Дата изменения</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Проверка</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>Выбрать файл</translation>
        </message>
        <message>
            <source>Choose a file with leads</source>
            <translation>Выберите файл с лидами</translation>
        </message>
        <message>
            <source>Choose who calls.</source>
            <translation>Выберите, кто звонит.</translation>
        </message>
        <message>
            <source>City</source>
            <translation>Город</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Колонки</translation>
        </message>
        <message>
            <source>Columns not taken: {columns}</source>
            <translation>Колонки не переносятся: {columns}</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Комментарий</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Продолжить</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>Дата создания</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>Валюта</translation>
        </message>
        <message>
            <source>Double share</source>
            <translation>Двойная доля</translation>
        </message>
        <message>
            <source>Drop a file here: CSV or XLSX, with headings</source>
            <translation>Перетащите сюда файл: CSV или XLSX с заголовками</translation>
        </message>
        <message>
            <source>Duplicates</source>
            <translation>Дубли</translation>
        </message>
        <message>
            <source>Each lead gets a call; who calls becomes responsible for it</source>
            <translation>У каждого лида будет звонок, кто звонит — тот и ответственный</translation>
        </message>
        <message>
            <source>Email</source>
            <translation>Эл. почта</translation>
        </message>
        <message>
            <source>Employees</source>
            <translation>Сотрудники</translation>
        </message>
        <message numerus="yes">
            <source>Empty fields of %n known lead(s) are filled. What is filled in your database stays.</source>
            <translation>
                <numerusform>Заполним пустые поля %n лида. То, что заполнено у вас, останется.</numerusform>
                <numerusform>Заполним пустые поля %n лидов. То, что заполнено у вас, останется.</numerusform>
                <numerusform>Заполним пустые поля %n лидов. То, что заполнено у вас, останется.</numerusform>
            </translation>
        </message>
        <message>
            <source>Exports of other systems are recognised by themselves.</source>
            <translation>Выгрузки других систем распознаются сами.</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Файл</translation>
        </message>
        <message>
            <source>Fill this in</source>
            <translation>Заполните</translation>
        </message>
        <message>
            <source>First call to a new lead</source>
            <translation>Первый звонок новому лиду</translation>
        </message>
        <message>
            <source>First calls</source>
            <translation>Первые звонки</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Первый день</translation>
        </message>
        <message>
            <source>First name</source>
            <translation>Имя</translation>
        </message>
        <message>
            <source>First stage, the old one kept</source>
            <translation>Первая стадия, исходную сохранить</translation>
        </message>
        <message>
            <source>Full name</source>
            <translation>ФИО</translation>
        </message>
        <message>
            <source>Full share</source>
            <translation>Полная доля</translation>
        </message>
        <message>
            <source>Half a share</source>
            <translation>Половина</translation>
        </message>
        <message numerus="yes">
            <source>Import %n row(s)</source>
            <translation>
                <numerusform>Импортировать %n строку</numerusform>
                <numerusform>Импортировать %n строки</numerusform>
                <numerusform>Импортировать %n строк</numerusform>
            </translation>
        </message>
        <message>
            <source>Import of leads</source>
            <translation>Импорт лидов</translation>
        </message>
        <message>
            <source>Importing…</source>
            <translation>Импортируем…</translation>
        </message>
        <message>
            <source>In the file</source>
            <translation>В файле</translation>
        </message>
        <message>
            <source>Last name</source>
            <translation>Фамилия</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Позже</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>Строка</translation>
        </message>
        <message>
            <source>Look through the imported leads</source>
            <translation>Разобрать загруженные лиды</translation>
        </message>
        <message>
            <source>Messenger</source>
            <translation>Мессенджер</translation>
        </message>
        <message>
            <source>Middle name</source>
            <translation>Отчество</translation>
        </message>
        <message>
            <source>More about the source</source>
            <translation>Дополнительно об источнике</translation>
        </message>
        <message>
            <source>New leads</source>
            <translation>Новых лидов</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Дальше</translation>
        </message>
        <message>
            <source>Not in your database</source>
            <translation>Нет в вашей базе</translation>
        </message>
        <message>
            <source>Not taken</source>
            <translation>Не переносить</translation>
        </message>
        <message>
            <source>Not taken in</source>
            <translation>Не войдут</translation>
        </message>
        <message>
            <source>Number in the old system</source>
            <translation>Прежний номер</translation>
        </message>
        <message>
            <source>Park</source>
            <translation>Отложить</translation>
        </message>
        <message>
            <source>Park the leads</source>
            <translation>Отложить лиды</translation>
        </message>
        <message>
            <source>Parking the leads…</source>
            <translation>Откладываем лиды…</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Телефон</translation>
        </message>
        <message>
            <source>Plan first calls</source>
            <translation>Запланировать звонки</translation>
        </message>
        <message>
            <source>Plan the calls</source>
            <translation>Запланировать звонки</translation>
        </message>
        <message>
            <source>Planning the calls…</source>
            <translation>Планируем звонки…</translation>
        </message>
        <message>
            <source>Quarter of a share</source>
            <translation>Четверть</translation>
        </message>
        <message numerus="yes">
            <source>Reading the file… %n row(s)</source>
            <translation>
                <numerusform>Читаем файл… %n строка</numerusform>
                <numerusform>Читаем файл… %n строки</numerusform>
                <numerusform>Читаем файл… %n строк</numerusform>
            </translation>
        </message>
        <message>
            <source>Referrer</source>
            <translation>Кто рекомендовал</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>Регион</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>Ответственный</translation>
        </message>
        <message>
            <source>Rows in the file</source>
            <translation>Строк в файле</translation>
        </message>
        <message>
            <source>Rows not taken in</source>
            <translation>Строки, которые не войдут</translation>
        </message>
        <message>
            <source>Rows {rows}: added {added}, updated {updated}, skipped {skipped}, not taken in {rejected}</source>
            <translation>Строк {rows}: добавлено {added}, обновлено {updated}, пропущено {skipped}, не вошло {rejected}</translation>
        </message>
        <message>
            <source>Rules, messages and notifications stay still during an import.</source>
            <translation>Правила, сообщения и уведомления при импорте не сработают.</translation>
        </message>
        <message>
            <source>Save for mending</source>
            <translation>Сохранить для исправления</translation>
        </message>
        <message>
            <source>Share of {name}</source>
            <translation>Доля: {name}</translation>
        </message>
        <message>
            <source>Sheet {name}</source>
            <translation>Лист «{name}»</translation>
        </message>
        <message numerus="yes">
            <source>Show %n more column(s)</source>
            <translation>
                <numerusform>Показать ещё %n колонку</numerusform>
                <numerusform>Показать ещё %n колонки</numerusform>
                <numerusform>Показать ещё %n колонок</numerusform>
            </translation>
        </message>
        <message>
            <source>Show columns with more examples</source>
            <translation>Показать колонки с примерами</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Пропустить</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Источник</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Источники</translation>
        </message>
        <message>
            <source>Spread first calls</source>
            <translation>Разложить первые звонки</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Стадия</translation>
        </message>
        <message>
            <source>Stages</source>
            <translation>Стадии</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Остановить</translation>
        </message>
        <message>
            <source>Strict import</source>
            <translation>Строгий импорт</translation>
        </message>
        <message>
            <source>Subject of the calls</source>
            <translation>Тема звонков</translation>
        </message>
        <message>
            <source>Tables (*.csv *.txt *.tsv *.xlsx *.xls *.ods);;All files (*)</source>
            <translation>Таблицы (*.csv *.txt *.tsv *.xlsx *.xls *.ods);;Все файлы (*)</translation>
        </message>
        <message>
            <source>Take the plan back</source>
            <translation>Отменить план</translation>
        </message>
        <message>
            <source>Taking the plan back…</source>
            <translation>Отменяем план…</translation>
        </message>
        <message>
            <source>The import can be undone as a whole</source>
            <translation>Импорт отменяется целиком</translation>
        </message>
        <message>
            <source>The import is done</source>
            <translation>Импорт завершён</translation>
        </message>
        <message>
            <source>The import is undone</source>
            <translation>Импорт отменён</translation>
        </message>
        <message>
            <source>The import was stopped</source>
            <translation>Импорт остановлен</translation>
        </message>
        <message>
            <source>The plan is made</source>
            <translation>План готов</translation>
        </message>
        <message>
            <source>The plan is taken back</source>
            <translation>План отменён</translation>
        </message>
        <message>
            <source>The planning was stopped</source>
            <translation>Планирование остановлено</translation>
        </message>
        <message>
            <source>They rest with a date: until then they are neither overdue nor without activities</source>
            <translation>Полежат до даты: до неё они не просрочены и не «без дел»</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Название</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Отменить</translation>
        </message>
        <message>
            <source>Undo the whole import</source>
            <translation>Отменить весь импорт</translation>
        </message>
        <message>
            <source>Undoing the import…</source>
            <translation>Отменяем импорт…</translation>
        </message>
        <message>
            <source>Unfinished: {file}</source>
            <translation>Не закончен: {file}</translation>
        </message>
        <message>
            <source>Unpark</source>
            <translation>Вернуть</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>До какого дня</translation>
        </message>
        <message numerus="yes">
            <source>Up to %n call(s) a person and day, within working hours.</source>
            <translation>
                <numerusform>До %n звонка на человека в день, в рабочие часы.</numerusform>
                <numerusform>До %n звонков на человека в день, в рабочие часы.</numerusform>
                <numerusform>До %n звонков на человека в день, в рабочие часы.</numerusform>
            </translation>
        </message>
        <message>
            <source>Update</source>
            <translation>Обновить</translation>
        </message>
        <message>
            <source>What to do then</source>
            <translation>Что сделать тогда</translation>
        </message>
        <message>
            <source>Where the rows to be mended go</source>
            <translation>Куда сохранить строки для исправления</translation>
        </message>
        <message>
            <source>Who calls</source>
            <translation>Кто звонит</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Почему</translation>
        </message>
        <message>
            <source>Working days</source>
            <translation>Рабочих дней</translation>
        </message>
        <message>
            <source>a second value: goes to the comment</source>
            <translation>второе значение: уйдёт в комментарий</translation>
        </message>
        <message>
            <source>another name: goes to the comment</source>
            <translation>другое имя: уйдёт в комментарий</translation>
        </message>
        <message>
            <source>away until {day}</source>
            <translation>нет до {day}</translation>
        </message>
        <message>
            <source>by phone or email</source>
            <translation>телефон или почта</translation>
        </message>
        <message>
            <source>check the required fields of stages</source>
            <translation>проверять обязательные поля стадий</translation>
        </message>
        <message>
            <source>columns are matched by their headings</source>
            <translation>колонки сопоставлены по заголовкам</translation>
        </message>
        <message>
            <source>could not be read: goes to the comment</source>
            <translation>не читается: уйдёт в комментарий</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>пусто</translation>
        </message>
        <message>
            <source>fax</source>
            <translation>факс</translation>
        </message>
        <message>
            <source>home</source>
            <translation>домашний</translation>
        </message>
        <message>
            <source>mobile</source>
            <translation>мобильный</translation>
        </message>
        <message>
            <source>no date: goes to the comment</source>
            <translation>не дата: уйдёт в комментарий</translation>
        </message>
        <message>
            <source>no email: kept as written</source>
            <translation>не почта: сохранится как написано</translation>
        </message>
        <message>
            <source>no phone: kept as written</source>
            <translation>не телефон: сохранится как написано</translation>
        </message>
        <message>
            <source>no sum: goes to the comment</source>
            <translation>не сумма: уйдёт в комментарий</translation>
        </message>
        <message>
            <source>not in the database yet</source>
            <translation>ещё нет в базе</translation>
        </message>
        <message>
            <source>not invited yet</source>
            <translation>ещё не приглашён</translation>
        </message>
        <message>
            <source>other</source>
            <translation>другой</translation>
        </message>
        <message>
            <source>reasons below</source>
            <translation>причины ниже</translation>
        </message>
        <message>
            <source>recognised {taken} of {total}</source>
            <translation>распознано {taken} из {total}</translation>
        </message>
        <message>
            <source>the first {shown} are shown</source>
            <translation>показаны первые {shown}</translation>
        </message>
        <message>
            <source>too long: the rest goes to the comment</source>
            <translation>слишком длинно: остаток уйдёт в комментарий</translation>
        </message>
        <message>
            <source>unknown currency: goes to the comment</source>
            <translation>неизвестная валюта: уйдёт в комментарий</translation>
        </message>
        <message>
            <source>what to do is chosen for each</source>
            <translation>для каждого выбрано, что сделать</translation>
        </message>
        <message>
            <source>work</source>
            <translation>рабочий</translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{done} из {total}</translation>
        </message>
        <message>
            <source>{done} of {total} rows are imported.</source>
            <translation>Перенесено {done} из {total} строк.</translation>
        </message>
        <message>
            <source>{done} rows are imported.</source>
            <translation>Перенесено строк: {done}.</translation>
        </message>
        <message>
            <source>{done} rows done, {rate} a second</source>
            <translation>Готово строк: {done}, {rate} в секунду</translation>
        </message>
        <message>
            <source>{file} - to be mended</source>
            <translation>{file} - исправить</translation>
        </message>
    </context>
    <context>
        <name>List</name>
        <message>
            <source>Activity</source>
            <translation>Дело</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Изменён</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Закрыт</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Контакт</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>Создан</translation>
        </message>
        <message>
            <source>Deal</source>
            <translation>Сделка</translation>
        </message>
        <message>
            <source>Deals and leads</source>
            <translation>Сделки и лиды</translation>
        </message>
        <message>
            <source>Email</source>
            <translation>Эл. почта</translation>
        </message>
        <message>
            <source>Last contact</source>
            <translation>Последний контакт</translation>
        </message>
        <message>
            <source>Lead</source>
            <translation>Лид</translation>
        </message>
        <message>
            <source>Next payment</source>
            <translation>Следующий платёж</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Нет</translation>
        </message>
        <message>
            <source>No activity</source>
            <translation>Дела нет</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Номер</translation>
        </message>
        <message>
            <source>On the stage since</source>
            <translation>На стадии с</translation>
        </message>
        <message>
            <source>Overdue · {when}</source>
            <translation>Просрочено · {when}</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>Оплачено</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Телефон</translation>
        </message>
        <message>
            <source>Plan one</source>
            <translation>Запланировать</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Очередь</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>Ответственный</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Стадия</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Да</translation>
        </message>
        <message>
            <source>doesn't know</source>
            <translation>не знает</translation>
        </message>
        <message>
            <source>not set</source>
            <translation>не указано</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>ещё не было</translation>
        </message>
    </context>
    <context>
        <name>ListDialog</name>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
    </context>
    <context>
        <name>Mentions</name>
        <message>
            <source>Colleagues to name</source>
            <translation>Кого из коллег упомянуть</translation>
        </message>
    </context>
    <context>
        <name>MyActivities</name>
        <message>
            <source>Activities: &lt;b&gt;{count}&lt;/b&gt;</source>
            <translation>Дел: &lt;b&gt;{count}&lt;/b&gt;</translation>
        </message>
        <message>
            <source>Add an activity</source>
            <translation>Добавить дело</translation>
        </message>
        <message>
            <source>Another time…</source>
            <translation>Другое время…</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>Календарь</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Позвонить</translation>
        </message>
        <message>
            <source>Cancel the activity</source>
            <translation>Отменить дело</translation>
        </message>
        <message>
            <source>Cancelled: {subject}</source>
            <translation>Отменено: {subject}</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Изменить</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Изменить…</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>Завершить</translation>
        </message>
        <message>
            <source>Done today</source>
            <translation>Сделано сегодня</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>Вниз</translation>
        </message>
        <message>
            <source>Fold the group</source>
            <translation>Свернуть группу</translation>
        </message>
        <message>
            <source>For today</source>
            <translation>На сегодня</translation>
        </message>
        <message>
            <source>Left today: &lt;b&gt;{count}&lt;/b&gt;</source>
            <translation>Осталось сегодня: &lt;b&gt;{count}&lt;/b&gt;</translation>
        </message>
        <message>
            <source>List</source>
            <translation>Список</translation>
        </message>
        <message>
            <source>Log a call already held</source>
            <translation>Записать состоявшийся звонок</translation>
        </message>
        <message>
            <source>Log a call already held…</source>
            <translation>Записать состоявшийся звонок…</translation>
        </message>
        <message>
            <source>My activities</source>
            <translation>Мои дела</translation>
        </message>
        <message>
            <source>N — new activity</source>
            <translation>N — новое дело</translation>
        </message>
        <message>
            <source>New activity</source>
            <translation>Новое дело</translation>
        </message>
        <message>
            <source>Nothing by this filter</source>
            <translation>По фильтру ничего нет</translation>
        </message>
        <message>
            <source>Nothing is planned</source>
            <translation>Дел нет</translation>
        </message>
        <message>
            <source>One more activity with the client</source>
            <translation>Ещё одно дело с клиентом</translation>
        </message>
        <message>
            <source>One more activity…</source>
            <translation>Ещё одно дело…</translation>
        </message>
        <message>
            <source>Open the card</source>
            <translation>Открыть карточку</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Просрочено</translation>
        </message>
        <message>
            <source>Planned again: {subject}</source>
            <translation>Снова запланировано: {subject}</translation>
        </message>
        <message>
            <source>Postpone</source>
            <translation>Перенести</translation>
        </message>
        <message>
            <source>Postponed: {subject}, {when}</source>
            <translation>Перенесено: {subject}, {when}</translation>
        </message>
        <message>
            <source>Postpone…</source>
            <translation>Перенести…</translation>
        </message>
        <message>
            <source>Reset the filter</source>
            <translation>Сбросить фильтр</translation>
        </message>
        <message>
            <source>Space — complete</source>
            <translation>Пробел — завершить</translation>
        </message>
        <message>
            <source>The client confirmed</source>
            <translation>Клиент подтвердил</translation>
        </message>
        <message>
            <source>The meeting is confirmed: {client}</source>
            <translation>Встреча подтверждена: {client}</translation>
        </message>
        <message>
            <source>There is no phone on the card.</source>
            <translation>В карточке нет телефона.</translation>
        </message>
        <message>
            <source>Unfold the group</source>
            <translation>Развернуть группу</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>Вверх</translation>
        </message>
        <message>
            <source>Whose activities</source>
            <translation>Чьи дела</translation>
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
    </context>
    <context>
        <name>Numbers</name>
        <message numerus="yes">
            <source>%n byte(s)</source>
            <translation>
                <numerusform>%n байт</numerusform>
                <numerusform>%n байта</numerusform>
                <numerusform>%n байт</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Operations</name>
        <message>
            <source>Activity</source>
            <translation>Дело</translation>
        </message>
        <message>
            <source>Changed since and left as it is: {count}</source>
            <translation>Изменено с тех пор и останется как есть: {count}</translation>
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
            <source>Last operations</source>
            <translation>Последние операции</translation>
        </message>
        <message>
            <source>Lead</source>
            <translation>Лид</translation>
        </message>
        <message>
            <source>Responsible → {name}</source>
            <translation>Ответственный → {name}</translation>
        </message>
        <message>
            <source>Stage → {stage}</source>
            <translation>Стадия → {stage}</translation>
        </message>
        <message>
            <source>There is nothing to undo</source>
            <translation>Отменять нечего</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>Лента</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Отменить</translation>
        </message>
        <message>
            <source>Undo this?</source>
            <translation>Отменить это?</translation>
        </message>
        <message>
            <source>Undone: {what}</source>
            <translation>Отменено: {what}</translation>
        </message>
        <message>
            <source>Undo…</source>
            <translation>Отменить…</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Что</translation>
        </message>
        <message>
            <source>What was changed since stays as it is</source>
            <translation>Изменённое с тех пор отмена не тронет</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Когда</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Кто</translation>
        </message>
        <message>
            <source>added</source>
            <translation>добавление</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>отмена</translation>
        </message>
        <message>
            <source>changed</source>
            <translation>изменения</translation>
        </message>
        <message>
            <source>changed since and left: {count}</source>
            <translation>изменено с тех пор и оставлено: {count}</translation>
        </message>
        <message>
            <source>completed</source>
            <translation>завершение</translation>
        </message>
        <message>
            <source>confirmed</source>
            <translation>подтверждение</translation>
        </message>
        <message>
            <source>converted into a deal</source>
            <translation>перевод в сделку</translation>
        </message>
        <message>
            <source>deleted</source>
            <translation>удаление</translation>
        </message>
        <message>
            <source>duplicates merged</source>
            <translation>дубли объединены</translation>
        </message>
        <message>
            <source>handed over</source>
            <translation>передача</translation>
        </message>
        <message>
            <source>import</source>
            <translation>импорт</translation>
        </message>
        <message>
            <source>meeting moved</source>
            <translation>перенос встречи</translation>
        </message>
        <message>
            <source>pinned</source>
            <translation>закрепление</translation>
        </message>
        <message>
            <source>reopened</source>
            <translation>возобновление</translation>
        </message>
        <message>
            <source>restored</source>
            <translation>восстановление</translation>
        </message>
        <message>
            <source>stage changed</source>
            <translation>смена стадии</translation>
        </message>
        <message>
            <source>tags changed</source>
            <translation>изменены метки</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>Actions</source>
            <translation>Действия</translation>
        </message>
        <message>
            <source>Add a lead named “{name}”</source>
            <translation>Добавить лид «{name}»</translation>
        </message>
        <message>
            <source>Add a lead with this phone</source>
            <translation>Добавить лид с этим телефоном</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Позвонить</translation>
        </message>
        <message>
            <source>Change the stage</source>
            <translation>Сменить стадию</translation>
        </message>
        <message>
            <source>Clients</source>
            <translation>Клиенты</translation>
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
            <translation>Сделка № {number}</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>Найдено</translation>
        </message>
        <message>
            <source>Lead No. {number}</source>
            <translation>Лид № {number}</translation>
        </message>
        <message>
            <source>Log a call already held</source>
            <translation>Записать состоявшийся звонок</translation>
        </message>
        <message>
            <source>Name, phone, contract; &gt; for commands</source>
            <translation>Имя, телефон, договор; &gt; — команды</translation>
        </message>
        <message>
            <source>New activity</source>
            <translation>Новое дело</translation>
        </message>
        <message>
            <source>New stage of {name}</source>
            <translation>Новая стадия: {name}</translation>
        </message>
        <message>
            <source>Nobody was found</source>
            <translation>Никто не найден</translation>
        </message>
        <message>
            <source>Search and commands</source>
            <translation>Поиск и команды</translation>
        </message>
        <message>
            <source>Search in everything</source>
            <translation>Поиск по всему</translation>
        </message>
        <message>
            <source>Show all with “{text}” in the list of leads</source>
            <translation>Показать всех с «{text}» в списке лидов</translation>
        </message>
        <message>
            <source>actions of the client</source>
            <translation>действия с клиентом</translation>
        </message>
        <message>
            <source>activity {when}</source>
            <translation>дело {when}</translation>
        </message>
        <message>
            <source>choose</source>
            <translation>выбрать</translation>
        </message>
        <message>
            <source>commands only</source>
            <translation>только команды</translation>
        </message>
        <message>
            <source>open</source>
            <translation>открыть</translation>
        </message>
        <message>
            <source>phone contains &lt;b&gt;{digits}&lt;/b&gt;</source>
            <translation>телефон содержит &lt;b&gt;{digits}&lt;/b&gt;</translation>
        </message>
    </context>
    <context>
        <name>Panel</name>
        <message>
            <source>Fold: {title}</source>
            <translation>Свернуть: {title}</translation>
        </message>
        <message>
            <source>Unfold: {title}</source>
            <translation>Развернуть: {title}</translation>
        </message>
    </context>
    <context>
        <name>People</name>
        <message>
            <source>(no name yet)</source>
            <translation>(без названия)</translation>
        </message>
        <message>
            <source>A new code for {name}?</source>
            <translation>Новый код для: {name}?</translation>
        </message>
        <message>
            <source>Active</source>
            <translation>Работает</translation>
        </message>
        <message>
            <source>Add a department</source>
            <translation>Добавить отдел</translation>
        </message>
        <message>
            <source>Carries out deals: converted clients go here by turn</source>
            <translation>Ведёт сделки: сюда по очереди уходят клиенты после договора</translation>
        </message>
        <message>
            <source>Choose a role.</source>
            <translation>Выберите роль.</translation>
        </message>
        <message>
            <source>Choose who takes over.</source>
            <translation>Выберите, кому передать.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
        <message>
            <source>Code for {name}</source>
            <translation>Код для: {name}</translation>
        </message>
        <message>
            <source>Code made</source>
            <translation>Код сделан</translation>
        </message>
        <message>
            <source>Copied with the login.</source>
            <translation>Скопировано вместе с логином.</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Скопировать</translation>
        </message>
        <message>
            <source>Correct an employee</source>
            <translation>Исправить сотрудника</translation>
        </message>
        <message>
            <source>Correct…</source>
            <translation>Исправить…</translation>
        </message>
        <message>
            <source>Deactivate</source>
            <translation>Закрыть доступ</translation>
        </message>
        <message>
            <source>Deactivate {name}?</source>
            <translation>Закрыть доступ: {name}?</translation>
        </message>
        <message>
            <source>Deactivated</source>
            <translation>Доступ закрыт</translation>
        </message>
        <message>
            <source>Deactivate…</source>
            <translation>Закрыть доступ…</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Удалить</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>Отдел</translation>
        </message>
        <message>
            <source>Departments</source>
            <translation>Отделы</translation>
        </message>
        <message>
            <source>Email or phone to sign in with</source>
            <translation>Эл. почта или телефон для входа</translation>
        </message>
        <message>
            <source>Employee</source>
            <translation>Сотрудник</translation>
        </message>
        <message>
            <source>Employees</source>
            <translation>Сотрудники</translation>
        </message>
        <message>
            <source>Enter an email or a phone.</source>
            <translation>Введите эл. почту или телефон.</translation>
        </message>
        <message>
            <source>Find an employee</source>
            <translation>Найти сотрудника</translation>
        </message>
        <message>
            <source>First name</source>
            <translation>Имя</translation>
        </message>
        <message>
            <source>Hand over later</source>
            <translation>Передать позже</translation>
        </message>
        <message>
            <source>Head</source>
            <translation>Руководитель</translation>
        </message>
        <message>
            <source>In the sign-in window choose “By invitation”, enter the login and this code, set a password.</source>
            <translation>В окне входа выбрать «По приглашению», ввести логин и этот код, задать пароль.</translation>
        </message>
        <message>
            <source>Invitation withdrawn</source>
            <translation>Приглашение отозвано</translation>
        </message>
        <message>
            <source>Invite</source>
            <translation>Пригласить</translation>
        </message>
        <message>
            <source>Invite an employee</source>
            <translation>Пригласить сотрудника</translation>
        </message>
        <message>
            <source>Invited until {moment}</source>
            <translation>Приглашён до {moment}</translation>
        </message>
        <message>
            <source>Invite…</source>
            <translation>Пригласить…</translation>
        </message>
        <message>
            <source>Last name</source>
            <translation>Фамилия</translation>
        </message>
        <message>
            <source>Last sign-in</source>
            <translation>Последний вход</translation>
        </message>
        <message>
            <source>Login: {login}
Code: {code}</source>
            <translation>Логин: {login}
Код: {code}</translation>
        </message>
        <message>
            <source>Make a code</source>
            <translation>Сделать код</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Название</translation>
        </message>
        <message>
            <source>Name, email or phone</source>
            <translation>Имя, почта или телефон</translation>
        </message>
        <message>
            <source>New code until {moment}</source>
            <translation>Новый код до {moment}</translation>
        </message>
        <message>
            <source>New code…</source>
            <translation>Новый код…</translation>
        </message>
        <message>
            <source>No department</source>
            <translation>Без отдела</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>Никто</translation>
        </message>
        <message>
            <source>Not invited</source>
            <translation>Не приглашён</translation>
        </message>
        <message>
            <source>One-time code</source>
            <translation>Одноразовый код</translation>
        </message>
        <message>
            <source>Part of</source>
            <translation>Входит в</translation>
        </message>
        <message>
            <source>People or departments still belong to it.</source>
            <translation>В нём ещё есть сотрудники или отделы.</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Роль</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Сохранить</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Сохранено.</translation>
        </message>
        <message>
            <source>Signing in ends at once, on every workstation. The history and everything done stays. Leads, deals, contacts and planned activities go to a colleague.</source>
            <translation>Вход закроется сразу, на всех компьютерах. История и всё сделанное останется. Лиды, сделки, контакты и запланированные дела перейдут коллеге.</translation>
        </message>
        <message>
            <source>Signs in with</source>
            <translation>Входит по</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Состояние</translation>
        </message>
        <message>
            <source>Take back…</source>
            <translation>Вернуть…</translation>
        </message>
        <message>
            <source>The code has expired</source>
            <translation>Срок кода истёк</translation>
        </message>
        <message>
            <source>The code is shown only now: nobody can read it later, only a new one can be made.</source>
            <translation>Код показан только сейчас: позже его не прочтёт никто, можно лишь сделать новый.</translation>
        </message>
        <message>
            <source>The code of {name} lets nobody in any more.</source>
            <translation>По коду ({name}) больше не войти.</translation>
        </message>
        <message>
            <source>The password or code they have now is worth nothing from then on, and open windows end.</source>
            <translation>Нынешний пароль или код больше не подойдёт, а открытые окна закроются.</translation>
        </message>
        <message>
            <source>The whole office</source>
            <translation>Вся компания</translation>
        </message>
        <message>
            <source>Who heads a department reads and changes as their role allows.</source>
            <translation>Руководитель отдела видит и меняет то, что разрешает его роль.</translation>
        </message>
        <message>
            <source>Who takes over</source>
            <translation>Кому передать</translation>
        </message>
        <message>
            <source>Withdraw the invitation</source>
            <translation>Отозвать приглашение</translation>
        </message>
        <message>
            <source>Works once, until {moment}, with the login {login}.</source>
            <translation>Действует один раз, до {moment}, с логином {login}.</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>ещё не входил</translation>
        </message>
        <message>
            <source>{name} signs in no more.</source>
            <translation>Доступ закрыт: {name}.</translation>
        </message>
        <message>
            <source>{name} signs in no more. Handed over: leads {leads}, deals {deals}, contacts {contacts}, activities {activities}.</source>
            <translation>Доступ закрыт: {name}. Передано: лидов {leads}, сделок {deals}, контактов {contacts}, дел {activities}.</translation>
        </message>
    </context>
    <context>
        <name>Points</name>
        <message>
            <source>VK</source>
            <translation>ВКонтакте</translation>
        </message>
        <message>
            <source>fax</source>
            <translation>факс</translation>
        </message>
        <message>
            <source>home</source>
            <translation>домашний</translation>
        </message>
        <message>
            <source>mobile</source>
            <translation>мобильный</translation>
        </message>
        <message>
            <source>other</source>
            <translation>другой</translation>
        </message>
        <message>
            <source>work</source>
            <translation>рабочий</translation>
        </message>
    </context>
    <context>
        <name>Profile</name>
        <message>
            <source>A photo is chosen.</source>
            <translation>Фото выбрано.</translation>
        </message>
        <message>
            <source>About me</source>
            <translation>О себе</translation>
        </message>
        <message>
            <source>Activities</source>
            <translation>Дела</translation>
        </message>
        <message>
            <source>Add an interest, Enter keeps it</source>
            <translation>Добавьте интерес, Enter сохранит</translation>
        </message>
        <message>
            <source>All activities</source>
            <translation>Все дела</translation>
        </message>
        <message>
            <source>Away from {day}</source>
            <translation>Отсутствует с {day}</translation>
        </message>
        <message>
            <source>Away {since} – {until}</source>
            <translation>Отсутствует {since} – {until}</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>Календарь</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Позвонить</translation>
        </message>
        <message>
            <source>Choose a photo…</source>
            <translation>Выбрать фото…</translation>
        </message>
        <message>
            <source>Coming up</source>
            <translation>Ближайшее</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Связь</translation>
        </message>
        <message>
            <source>Edit the profile</source>
            <translation>Изменить профиль</translation>
        </message>
        <message>
            <source>Email, the login</source>
            <translation>Эл. почта — логин</translation>
        </message>
        <message>
            <source>First name</source>
            <translation>Имя</translation>
        </message>
        <message>
            <source>Forest</source>
            <translation>Лес</translation>
        </message>
        <message>
            <source>Granite</source>
            <translation>Гранит</translation>
        </message>
        <message>
            <source>Harbour</source>
            <translation>Гавань</translation>
        </message>
        <message>
            <source>Head</source>
            <translation>Руководитель</translation>
        </message>
        <message>
            <source>Interests</source>
            <translation>Интересы</translation>
        </message>
        <message>
            <source>Last name</source>
            <translation>Фамилия</translation>
        </message>
        <message>
            <source>Lilac</source>
            <translation>Сирень</translation>
        </message>
        <message>
            <source>Middle name</source>
            <translation>Отчество</translation>
        </message>
        <message>
            <source>Mobile phone</source>
            <translation>Мобильный</translation>
        </message>
        <message>
            <source>My profile</source>
            <translation>Мой профиль</translation>
        </message>
        <message>
            <source>New interest</source>
            <translation>Новый интерес</translation>
        </message>
        <message>
            <source>No department</source>
            <translation>Без отдела</translation>
        </message>
        <message>
            <source>Nothing is planned.</source>
            <translation>Ничего не запланировано.</translation>
        </message>
        <message>
            <source>Nothing is told yet.</source>
            <translation>Пока ничего не рассказано.</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Изображения</translation>
        </message>
        <message>
            <source>Place in the office</source>
            <translation>Место в компании</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>Запланировано</translation>
        </message>
        <message>
            <source>Position</source>
            <translation>Должность</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>Профиль</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Сохранить</translation>
        </message>
        <message>
            <source>Subordinates</source>
            <translation>Подчинённые</translation>
        </message>
        <message>
            <source>Sunset</source>
            <translation>Закат</translation>
        </message>
        <message>
            <source>The initials are shown.</source>
            <translation>Показываются инициалы.</translation>
        </message>
        <message>
            <source>The profile was changed {moment}</source>
            <translation>Профиль изменён {moment}</translation>
        </message>
        <message>
            <source>Theme that visitors see</source>
            <translation>Тема, которую видят гости</translation>
        </message>
        <message>
            <source>Theme: {theme}</source>
            <translation>Тема: «{theme}»</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Отменить</translation>
        </message>
        <message>
            <source>Wave</source>
            <translation>Волна</translation>
        </message>
        <message>
            <source>Without a photo</source>
            <translation>Без фото</translation>
        </message>
        <message>
            <source>Work phone</source>
            <translation>Рабочий телефон</translation>
        </message>
        <message>
            <source>Workplace</source>
            <translation>Рабочее место</translation>
        </message>
        <message>
            <source>a click on + adds it to yours</source>
            <translation>щелчок по «+» добавит интерес в ваш профиль</translation>
        </message>
        <message>
            <source>at work</source>
            <translation>на месте</translation>
        </message>
        <message>
            <source>back</source>
            <translation>назад</translation>
        </message>
        <message>
            <source>has left</source>
            <translation>не работает</translation>
        </message>
        <message>
            <source>{absence}, {name} stands in</source>
            <translation>{absence}, замещает {name}</translation>
        </message>
        <message>
            <source>{name}: profile</source>
            <translation>{name}: профиль</translation>
        </message>
        <message>
            <source>{word}: add to my profile</source>
            <translation>{word}: добавить в мой профиль</translation>
        </message>
        <message>
            <source>{word}: in my profile, too</source>
            <translation>{word}: есть и в моём профиле</translation>
        </message>
        <message>
            <source>{word}: take away</source>
            <translation>{word}: убрать</translation>
        </message>
        <message>
            <source>“{word}” is in your profile now, too</source>
            <translation>«{word}» теперь и в вашем профиле</translation>
        </message>
    </context>
    <context>
        <name>Records</name>
        <message>
            <source>&lt;b&gt;{amount}&lt;/b&gt; on average</source>
            <translation>в среднем &lt;b&gt;{amount}&lt;/b&gt;</translation>
        </message>
        <message numerus="yes">
            <source>&lt;b&gt;{count}&lt;/b&gt; contact(s)</source>
            <translation>
                <numerusform>&lt;b&gt;{count}&lt;/b&gt; контакт</numerusform>
                <numerusform>&lt;b&gt;{count}&lt;/b&gt; контакта</numerusform>
                <numerusform>&lt;b&gt;{count}&lt;/b&gt; контактов</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>&lt;b&gt;{count}&lt;/b&gt; deal(s)</source>
            <translation>
                <numerusform>&lt;b&gt;{count}&lt;/b&gt; сделка</numerusform>
                <numerusform>&lt;b&gt;{count}&lt;/b&gt; сделки</numerusform>
                <numerusform>&lt;b&gt;{count}&lt;/b&gt; сделок</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>&lt;b&gt;{count}&lt;/b&gt; lead(s)</source>
            <translation>
                <numerusform>&lt;b&gt;{count}&lt;/b&gt; лид</numerusform>
                <numerusform>&lt;b&gt;{count}&lt;/b&gt; лида</numerusform>
                <numerusform>&lt;b&gt;{count}&lt;/b&gt; лидов</numerusform>
            </translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>Дело</translation>
        </message>
        <message>
            <source>Add a contact</source>
            <translation>Добавить контакт</translation>
        </message>
        <message>
            <source>Add a deal</source>
            <translation>Добавить сделку</translation>
        </message>
        <message>
            <source>Add a lead</source>
            <translation>Добавить лид</translation>
        </message>
        <message>
            <source>All contacts in progress</source>
            <translation>Все контакты в работе</translation>
        </message>
        <message>
            <source>All deals in progress</source>
            <translation>Все сделки в работе</translation>
        </message>
        <message>
            <source>All leads in progress</source>
            <translation>Все лиды в работе</translation>
        </message>
        <message>
            <source>Alt+↑ and Alt+↓ move the column, Alt+← and Alt+→ change its width</source>
            <translation>Alt+↑ и Alt+↓ двигают колонку, Alt+← и Alt+→ меняют её ширину</translation>
        </message>
        <message>
            <source>Arrange the view</source>
            <translation>Настроить вид</translation>
        </message>
        <message>
            <source>As at first</source>
            <translation>Как вначале</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Позвонить</translation>
        </message>
        <message>
            <source>Change the stage</source>
            <translation>Сменить стадию</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Закрытые</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Колонки</translation>
        </message>
        <message>
            <source>Columns of the list</source>
            <translation>Колонки списка</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Комментарий</translation>
        </message>
        <message>
            <source>Complete the activity</source>
            <translation>Завершить дело</translation>
        </message>
        <message>
            <source>Contacts: &lt;b&gt;{count}&lt;/b&gt;</source>
            <translation>Контактов: &lt;b&gt;{count}&lt;/b&gt;</translation>
        </message>
        <message>
            <source>Deals: &lt;b&gt;{count}&lt;/b&gt;</source>
            <translation>Сделок: &lt;b&gt;{count}&lt;/b&gt;</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>Вниз</translation>
        </message>
        <message>
            <source>Enter — open</source>
            <translation>Enter — открыть</translation>
        </message>
        <message>
            <source>F5 — refresh</source>
            <translation>F5 — обновить</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Проваленные</translation>
        </message>
        <message>
            <source>Find duplicates…</source>
            <translation>Найти дубли…</translation>
        </message>
        <message>
            <source>For today</source>
            <translation>На сегодня</translation>
        </message>
        <message>
            <source>In a list</source>
            <translation>В списке</translation>
        </message>
        <message>
            <source>Insert — add</source>
            <translation>Insert — добавить</translation>
        </message>
        <message>
            <source>Leads: &lt;b&gt;{count}&lt;/b&gt;</source>
            <translation>Лидов: &lt;b&gt;{count}&lt;/b&gt;</translation>
        </message>
        <message>
            <source>List</source>
            <translation>Список</translation>
        </message>
        <message>
            <source>Log a call already held</source>
            <translation>Записать состоявшийся звонок</translation>
        </message>
        <message>
            <source>My contacts in progress</source>
            <translation>Мои контакты в работе</translation>
        </message>
        <message>
            <source>My deals in progress</source>
            <translation>Мои сделки в работе</translation>
        </message>
        <message>
            <source>My leads in progress</source>
            <translation>Мои лиды в работе</translation>
        </message>
        <message>
            <source>Nobody by this filter</source>
            <translation>По фильтру никого нет</translation>
        </message>
        <message>
            <source>Open the card</source>
            <translation>Открыть карточку</translation>
        </message>
        <message>
            <source>Order: the queue of work</source>
            <translation>Порядок: очередь работы</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Просрочено</translation>
        </message>
        <message>
            <source>Plan an activity</source>
            <translation>Запланировать дело</translation>
        </message>
        <message>
            <source>Reset the filter</source>
            <translation>Сбросить фильтр</translation>
        </message>
        <message>
            <source>Select</source>
            <translation>Выбрать</translation>
        </message>
        <message>
            <source>Selected &lt;b&gt;{count}&lt;/b&gt;</source>
            <translation>Выбрано &lt;b&gt;{count}&lt;/b&gt;</translation>
        </message>
        <message>
            <source>The department's contacts in progress</source>
            <translation>Контакты отдела в работе</translation>
        </message>
        <message>
            <source>The department's deals in progress</source>
            <translation>Сделки отдела в работе</translation>
        </message>
        <message>
            <source>The department's leads in progress</source>
            <translation>Лиды отдела в работе</translation>
        </message>
        <message>
            <source>There are no contacts yet</source>
            <translation>Контактов пока нет</translation>
        </message>
        <message>
            <source>There are no deals yet</source>
            <translation>Сделок пока нет</translation>
        </message>
        <message>
            <source>There are no leads yet</source>
            <translation>Лидов пока нет</translation>
        </message>
        <message>
            <source>There is no phone to call</source>
            <translation>Нет телефона, по которому позвонить</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>Вверх</translation>
        </message>
        <message>
            <source>Without activities</source>
            <translation>Без дел</translation>
        </message>
        <message>
            <source>Write a letter</source>
            <translation>Написать письмо</translation>
        </message>
        <message>
            <source>Write an SMS</source>
            <translation>Написать SMS</translation>
        </message>
        <message>
            <source>Write by WhatsApp</source>
            <translation>Написать в WhatsApp</translation>
        </message>
        <message>
            <source>{counted} for {sums}</source>
            <translation>{counted} на {sums}</translation>
        </message>
    </context>
    <context>
        <name>Rejects</name>
        <message>
            <source>A quotation mark is opened and never closed.</source>
            <translation>Кавычка открыта и нигде не закрыта.</translation>
        </message>
        <message>
            <source>Name, phone, email and title are all missing.</source>
            <translation>Нет ни имени, ни телефона, ни почты, ни названия.</translation>
        </message>
        <message>
            <source>The row has {got} columns, the headings are {expected}.</source>
            <translation>В строке столбцов {got}, а заголовков {expected}.</translation>
        </message>
        <message>
            <source>The stage “{stage}” needs a reason.</source>
            <translation>Для стадии «{stage}» нужна причина.</translation>
        </message>
        <message>
            <source>The stage “{stage}” needs: {fields}.</source>
            <translation>Для стадии «{stage}» нужно: {fields}.</translation>
        </message>
        <message>
            <source>Why not imported</source>
            <translation>Почему не загружено</translation>
        </message>
    </context>
    <context>
        <name>Reminders</name>
        <message numerus="yes">
            <source>%n reminder(s) came meanwhile</source>
            <translation>
                <numerusform>За это время %n напоминание</numerusform>
                <numerusform>За это время %n напоминания</numerusform>
                <numerusform>За это время %n напоминаний</numerusform>
            </translation>
        </message>
        <message>
            <source>1 hour</source>
            <translation>1 час</translation>
        </message>
        <message>
            <source>3 hours</source>
            <translation>3 часа</translation>
        </message>
        <message>
            <source>30 minutes</source>
            <translation>30 минут</translation>
        </message>
        <message>
            <source>At the start</source>
            <translation>Ко времени дела</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Позвонить</translation>
        </message>
        <message>
            <source>Choose the time…</source>
            <translation>Выбрать время…</translation>
        </message>
        <message>
            <source>Close: don't remind of it again</source>
            <translation>Закрыть: больше не напоминать</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Выполнено</translation>
        </message>
        <message>
            <source>Monday {time}</source>
            <translation>Понедельник {time}</translation>
        </message>
        <message>
            <source>Now, at {time}</source>
            <translation>Сейчас, в {time}</translation>
        </message>
        <message>
            <source>Open contact</source>
            <translation>Открыть контакт</translation>
        </message>
        <message>
            <source>Open deal</source>
            <translation>Открыть сделку</translation>
        </message>
        <message>
            <source>Open lead</source>
            <translation>Открыть лид</translation>
        </message>
        <message>
            <source>Other times</source>
            <translation>Другое время</translation>
        </message>
        <message>
            <source>Overdue by {duration} · {when}</source>
            <translation>Просрочено на {duration} · {when}</translation>
        </message>
        <message>
            <source>Put off</source>
            <translation>Отложить</translation>
        </message>
        <message>
            <source>Remind again</source>
            <translation>Напомнить снова</translation>
        </message>
        <message>
            <source>Remind again: {time}</source>
            <translation>Напомнить снова: {time}</translation>
        </message>
        <message>
            <source>Reminder: {subject}</source>
            <translation>Напоминание: {subject}</translation>
        </message>
        <message>
            <source>Seen</source>
            <translation>Просмотрено</translation>
        </message>
        <message>
            <source>Show my activities</source>
            <translation>Показать мои дела</translation>
        </message>
        <message>
            <source>Snooze all:</source>
            <translation>Отложить все:</translation>
        </message>
        <message>
            <source>Snooze:</source>
            <translation>Отложить:</translation>
        </message>
        <message>
            <source>Tomorrow {time}</source>
            <translation>Завтра {time}</translation>
        </message>
        <message>
            <source>When: “tomorrow 15”, “+3d”, “fri 10:30”</source>
            <translation>Когда: «завтра 15», «+3р», «пт 10:30»</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>и ещё %n</numerusform>
                <numerusform>и ещё %n</numerusform>
                <numerusform>и ещё %n</numerusform>
            </translation>
        </message>
        <message>
            <source>{soon}, at {time}</source>
            <translation>{soon}, в {time}</translation>
        </message>
    </context>
    <context>
        <name>Reports</name>
        <message>
            <source>A call too long</source>
            <translation>Слишком долгий звонок</translation>
        </message>
        <message>
            <source>A meeting too long</source>
            <translation>Слишком долгая встреча</translation>
        </message>
        <message>
            <source>A room taken twice</source>
            <translation>Кабинет занят дважды</translation>
        </message>
        <message>
            <source>A start in the past</source>
            <translation>Начало в прошлом</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>Дело</translation>
        </message>
        <message>
            <source>Activity too late</source>
            <translation>Дело позже срока</translation>
        </message>
        <message>
            <source>All together</source>
            <translation>Все вместе</translation>
        </message>
        <message>
            <source>Allowed by a supervisor</source>
            <translation>Разрешено руководителем</translation>
        </message>
        <message>
            <source>An activity too late</source>
            <translation>Дело позже срока</translation>
        </message>
        <message>
            <source>Calls with a comment</source>
            <translation>Звонки с комментарием</translation>
        </message>
        <message>
            <source>Calls without a comment</source>
            <translation>Звонки без комментария</translation>
        </message>
        <message>
            <source>Client</source>
            <translation>Клиент</translation>
        </message>
        <message>
            <source>Clients in order</source>
            <translation>Клиенты в порядке</translation>
        </message>
        <message>
            <source>Clients in order, %</source>
            <translation>Клиенты в порядке, %</translation>
        </message>
        <message>
            <source>Compare with the week before</source>
            <translation>Сравнить с прошлой неделей</translation>
        </message>
        <message>
            <source>Deals not processed</source>
            <translation>Сделки не обработаны</translation>
        </message>
        <message>
            <source>Deals without a conversation</source>
            <translation>Сделки без разговора</translation>
        </message>
        <message>
            <source>Deals: {count}</source>
            <translation>Сделки: {count}</translation>
        </message>
        <message>
            <source>Discipline</source>
            <translation>Дисциплина</translation>
        </message>
        <message>
            <source>Employee</source>
            <translation>Сотрудник</translation>
        </message>
        <message>
            <source>Enter — what stands behind a number</source>
            <translation>Enter — что стоит за числом</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>Все</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Выгрузить</translation>
        </message>
        <message>
            <source>Export the report</source>
            <translation>Выгрузить отчёт</translation>
        </message>
        <message>
            <source>First contact after</source>
            <translation>До первого контакта</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Первый день</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Последний день</translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>Прошлый месяц</translation>
        </message>
        <message>
            <source>Last week</source>
            <translation>Прошлая неделя</translation>
        </message>
        <message>
            <source>Leads: {count}</source>
            <translation>Лиды: {count}</translation>
        </message>
        <message>
            <source>Meetings with a visit</source>
            <translation>Встречи с визитом</translation>
        </message>
        <message>
            <source>Meetings without a visit</source>
            <translation>Встречи без визита</translation>
        </message>
        <message>
            <source>No comment</source>
            <translation>Без комментария</translation>
        </message>
        <message>
            <source>No next activity</source>
            <translation>Без следующего дела</translation>
        </message>
        <message>
            <source>No next step in the subject</source>
            <translation>Нет шага в теме</translation>
        </message>
        <message>
            <source>No rule was overridden in these days</source>
            <translation>В эти дни правила не обходили</translation>
        </message>
        <message>
            <source>No visit recorded</source>
            <translation>Без записи визита</translation>
        </message>
        <message>
            <source>Numbers of &lt;b&gt;{time}&lt;/b&gt;</source>
            <translation>Данные на &lt;b&gt;{time}&lt;/b&gt;</translation>
        </message>
        <message>
            <source>Other days…</source>
            <translation>Другие дни…</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Просрочено</translation>
        </message>
        <message>
            <source>Overdue activities: {now}, a week ago {before}</source>
            <translation>Просроченных дел: {now}, неделю назад {before}</translation>
        </message>
        <message>
            <source>Overdue at the end of the working day</source>
            <translation>Просрочено на конец рабочего дня</translation>
        </message>
        <message>
            <source>Overdue now</source>
            <translation>Просрочено сейчас</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>Период</translation>
        </message>
        <message>
            <source>Rules by employee</source>
            <translation>Правила по сотрудникам</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>Этот месяц</translation>
        </message>
        <message>
            <source>This week</source>
            <translation>Эта неделя</translation>
        </message>
        <message>
            <source>Thresholds and rules</source>
            <translation>Пороги и правила</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Сегодня</translation>
        </message>
        <message>
            <source>Two meetings at once</source>
            <translation>Две встречи сразу</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Когда</translation>
        </message>
        <message>
            <source>Whose numbers</source>
            <translation>Чьи числа</translation>
        </message>
        <message>
            <source>Without activities</source>
            <translation>Без дел</translation>
        </message>
        <message>
            <source>Workbook (*.xlsx);;Table (*.csv)</source>
            <translation>Книга (*.xlsx);;Таблица (*.csv)</translation>
        </message>
        <message>
            <source>Written: {file}</source>
            <translation>Записано: {file}</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Вчера</translation>
        </message>
        <message>
            <source>Your role doesn't see reports. Ask your administrator.</source>
            <translation>Ваша роль не видит отчётов. Обратитесь к администратору.</translation>
        </message>
        <message>
            <source>no source of recordings yet</source>
            <translation>источник записей не подключён</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>ещё нет</translation>
        </message>
        <message>
            <source>{now} %, a week ago {before} %</source>
            <translation>{now} %, неделю назад {before} %</translation>
        </message>
        <message>
            <source>{number} of {all}</source>
            <translation>{number} из {all}</translation>
        </message>
    </context>
    <context>
        <name>Rights</name>
        <message numerus="yes">
            <source>%n employee(s)</source>
            <translation>
                <numerusform>%n сотрудник</numerusform>
                <numerusform>%n сотрудника</numerusform>
                <numerusform>%n сотрудников</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n employee(s) concerned.</source>
            <translation>
                <numerusform>Касается %n сотрудника.</numerusform>
                <numerusform>Касается %n сотрудников.</numerusform>
                <numerusform>Касается %n сотрудников.</numerusform>
            </translation>
        </message>
        <message>
            <source>Activities</source>
            <translation>Дела</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Добавить</translation>
        </message>
        <message>
            <source>Add a role</source>
            <translation>Добавить роль</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Все</translation>
        </message>
        <message>
            <source>All: the whole office</source>
            <translation>Все: вся компания</translation>
        </message>
        <message>
            <source>As in the preset</source>
            <translation>Как в пресете</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Менять</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>Контакты</translation>
        </message>
        <message>
            <source>Deals</source>
            <translation>Сделки</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Удалять</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>Отдел</translation>
        </message>
        <message>
            <source>Department: the whole department and those below it</source>
            <translation>Отдел: весь отдел и отделы под ним</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Экспорт</translation>
        </message>
        <message>
            <source>Further rights of the role</source>
            <translation>Остальные права роли</translation>
        </message>
        <message>
            <source>History: who did what and when</source>
            <translation>История: кто, что и когда сделал</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Импорт</translation>
        </message>
        <message>
            <source>Leads</source>
            <translation>Лиды</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>Объединять</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Название</translation>
        </message>
        <message>
            <source>Name; its rights begin as those of “{role}”</source>
            <translation>Название; права сначала такие же, как у роли «{role}»</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Нет</translation>
        </message>
        <message>
            <source>No: not offered and refused</source>
            <translation>Нет: не предлагается и не пускает</translation>
        </message>
        <message>
            <source>Own</source>
            <translation>Свои</translation>
        </message>
        <message>
            <source>Own: where the employee is responsible</source>
            <translation>Свои: где сотрудник ответственный</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>Читать</translation>
        </message>
        <message>
            <source>Recordings of calls and visits: listen</source>
            <translation>Записи разговоров и визитов: слушать</translation>
        </message>
        <message>
            <source>Recordings: save to disk</source>
            <translation>Записи: сохранять на диск</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Переименовать</translation>
        </message>
        <message>
            <source>Rename the role</source>
            <translation>Переименовать роль</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>Отчёты</translation>
        </message>
        <message>
            <source>Rights of the role</source>
            <translation>Права роли</translation>
        </message>
        <message>
            <source>Roles</source>
            <translation>Роли</translation>
        </message>
        <message>
            <source>Section</source>
            <translation>Раздел</translation>
        </message>
        <message>
            <source>Settings of the office: change, people and rights too</source>
            <translation>Настройки компании: менять, с сотрудниками и правами</translation>
        </message>
        <message>
            <source>Settings of the office: see</source>
            <translation>Настройки компании: видеть</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>Задачи</translation>
        </message>
        <message>
            <source>The program keeps to it; who can open the database's file can read all of it.</source>
            <translation>За этим следит программа; кто может открыть файл базы, прочтёт в нём всё.</translation>
        </message>
        <message>
            <source>The rest</source>
            <translation>Остальное</translation>
        </message>
        <message>
            <source>The server keeps to it, open windows at once.</source>
            <translation>За этим следит сервер, открытые окна обновятся сразу.</translation>
        </message>
        <message>
            <source>Usual for the role: {scope}</source>
            <translation>Обычно для роли: {scope}</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>и ещё %n</numerusform>
                <numerusform>и ещё %n</numerusform>
                <numerusform>и ещё %n</numerusform>
            </translation>
        </message>
        <message>
            <source>usually {scope}</source>
            <translation>обычно {scope}</translation>
        </message>
        <message>
            <source>● differs from the preset</source>
            <translation>● отличается от пресета</translation>
        </message>
    </context>
    <context>
        <name>RuleReason</name>
        <message>
            <source>Why all the same</source>
            <translation>Почему всё же</translation>
        </message>
    </context>
    <context>
        <name>Rules</name>
        <message>
            <source>A comment on a call, meeting or visit</source>
            <translation>Комментарий к звонку, встрече и визиту</translation>
        </message>
        <message>
            <source>A deal without a recorded conversation is not processed</source>
            <translation>Сделка без записи разговора не обработана</translation>
        </message>
        <message>
            <source>A meeting with its visit recorded</source>
            <translation>Встреча с записью визита</translation>
        </message>
        <message>
            <source>A planned activity lies in the future</source>
            <translation>Дело назначено на будущее</translation>
        </message>
        <message>
            <source>A planned payment reminds the responsible</source>
            <translation>Напоминание о платеже по графику</translation>
        </message>
        <message>
            <source>A room for each meeting</source>
            <translation>Кабинет для каждой встречи</translation>
        </message>
        <message>
            <source>After a call that nobody answered the next time is offered; after the last attempt, closing.</source>
            <translation>После звонка без ответа предлагаем следующее время, после последней попытки — закрыть.</translation>
        </message>
        <message>
            <source>An activity within working days after the contact</source>
            <translation>Дело не позже рабочих дней после контакта</translation>
        </message>
        <message>
            <source>At once</source>
            <translation>Одновременно</translation>
        </message>
        <message>
            <source>Attempts</source>
            <translation>Попыток</translation>
        </message>
        <message>
            <source>Attempts are counted where nobody answers</source>
            <translation>Счёт попыток, когда не отвечают</translation>
        </message>
        <message>
            <source>Begins once a source of recordings is set up.</source>
            <translation>Начнёт действовать, когда подключат источник записей.</translation>
        </message>
        <message>
            <source>Completing the last activity asks for the next one; clients without one are counted in red.</source>
            <translation>После последнего дела спрашиваем о следующем; клиенты без дел — в красном счётчике.</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>Дней</translation>
        </message>
        <message>
            <source>Days before</source>
            <translation>За сколько дней</translation>
        </message>
        <message>
            <source>Every client in progress has a next activity</source>
            <translation>У каждого клиента в работе есть следующее дело</translation>
        </message>
        <message>
            <source>For “no answer” the result is the comment.</source>
            <translation>Для «не ответили» сам итог и есть комментарий.</translation>
        </message>
        <message>
            <source>Hearings and deadlines go first when they are near</source>
            <translation>Близкие заседания и сроки идут вперёд</translation>
        </message>
        <message>
            <source>Hours between further attempts</source>
            <translation>Часов между следующими</translation>
        </message>
        <message>
            <source>Hours until the second attempt</source>
            <translation>Часов до второй попытки</translation>
        </message>
        <message>
            <source>Marks</source>
            <translation>Отмечает</translation>
        </message>
        <message>
            <source>Minutes at most</source>
            <translation>Минут не больше</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Выключено</translation>
        </message>
        <message>
            <source>On</source>
            <translation>Включено</translation>
        </message>
        <message>
            <source>One meeting at a time</source>
            <translation>Одна встреча в одно время</translation>
        </message>
        <message>
            <source>Refuses</source>
            <translation>Не пускает</translation>
        </message>
        <message>
            <source>The earliest open activity lies so many working days after the last contact at most, or on the next working day where that is past; further ones may lie later.</source>
            <translation>Ближайшее дело — не позже стольких рабочих дней после контакта, а если срок прошёл, то на следующий рабочий день; остальные могут быть позже.</translation>
        </message>
        <message>
            <source>The length of a planned call</source>
            <translation>Длительность звонка</translation>
        </message>
        <message>
            <source>The length of a planned meeting</source>
            <translation>Длительность встречи</translation>
        </message>
        <message>
            <source>The name of the kind alone, such as “Call”, is no subject.</source>
            <translation>Одно название вида, например «Звонок», темой не считается.</translation>
        </message>
        <message>
            <source>The subject says the next step</source>
            <translation>Тема говорит следующий шаг</translation>
        </message>
        <message>
            <source>Warns</source>
            <translation>Предупреждает</translation>
        </message>
        <message>
            <source>What is logged afterwards takes its real length.</source>
            <translation>То, что записано задним числом, имеет настоящую длительность.</translation>
        </message>
        <message>
            <source>Without a recording the reason is asked for.</source>
            <translation>Без записи спрашиваем причину.</translation>
        </message>
        <message>
            <source>Working days</source>
            <translation>Рабочих дней</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message numerus="yes">
            <source>%n exception(s)</source>
            <translation>
                <numerusform>%n исключение</numerusform>
                <numerusform>%n исключения</numerusform>
                <numerusform>%n исключений</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) stand here and go to another stage.</source>
            <translation>
                <numerusform>%n запись перейдёт на другую стадию.</numerusform>
                <numerusform>%n записи перейдут на другую стадию.</numerusform>
                <numerusform>%n записей перейдут на другую стадию.</numerusform>
            </translation>
        </message>
        <message>
            <source>(no name yet)</source>
            <translation>(без названия)</translation>
        </message>
        <message>
            <source>A hearing or deadline is near</source>
            <translation>Близко заседание или срок</translation>
        </message>
        <message>
            <source>Absence</source>
            <translation>Отсутствие</translation>
        </message>
        <message>
            <source>Activities beyond the allowed days</source>
            <translation>Дела позже разрешённого срока</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Добавить</translation>
        </message>
        <message>
            <source>Add a result</source>
            <translation>Добавить итог</translation>
        </message>
        <message>
            <source>Add a section or stage</source>
            <translation>Добавить раздел или стадию</translation>
        </message>
        <message>
            <source>Add a stage</source>
            <translation>Добавить стадию</translation>
        </message>
        <message>
            <source>An overdue activity</source>
            <translation>Просроченное дело</translation>
        </message>
        <message>
            <source>An overdue payment</source>
            <translation>Просроченный платёж</translation>
        </message>
        <message>
            <source>As elsewhere</source>
            <translation>Как везде</translation>
        </message>
        <message>
            <source>As everybody</source>
            <translation>Как у всех</translation>
        </message>
        <message>
            <source>As in the guide</source>
            <translation>Как в регламенте</translation>
        </message>
        <message>
            <source>As it was before.</source>
            <translation>Вернули как было.</translation>
        </message>
        <message>
            <source>Both days count as absent; without a last day until further notice. New clients pass by; meanwhile the stand-in has the clients and activities as their own, in lists, queue and cards.</source>
            <translation>Оба дня считаются отсутствием; без последнего дня — до особого указания. Новых клиентов не назначают; у замещающего клиенты и дела на это время как свои — в списках, очереди и карточках.</translation>
        </message>
        <message>
            <source>Calls</source>
            <translation>Звонки</translation>
        </message>
        <message>
            <source>Calls without a comment</source>
            <translation>Звонки без комментария</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Отменить</translation>
        </message>
        <message>
            <source>Choose a stage.</source>
            <translation>Выберите стадию.</translation>
        </message>
        <message>
            <source>Clients</source>
            <translation>Клиенты</translation>
        </message>
        <message>
            <source>Clients overdue</source>
            <translation>Клиенты с просрочкой</translation>
        </message>
        <message>
            <source>Clients without activities</source>
            <translation>Клиенты без дел</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
        <message>
            <source>Close without saving?</source>
            <translation>Закрыть без сохранения?</translation>
        </message>
        <message>
            <source>Colour: {tone}</source>
            <translation>Цвет: {tone}</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>Компания</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>День</translation>
        </message>
        <message>
            <source>Days of the country</source>
            <translation>Дни страны</translation>
        </message>
        <message>
            <source>Deals</source>
            <translation>Сделки</translation>
        </message>
        <message>
            <source>Deals not processed</source>
            <translation>Необработанные сделки</translation>
        </message>
        <message>
            <source>Deals: by what presses</source>
            <translation>Сделки: по срочности</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Удалить</translation>
        </message>
        <message>
            <source>Delete the stage…</source>
            <translation>Удалить стадию…</translation>
        </message>
        <message>
            <source>Delete “{stage}”?</source>
            <translation>Удалить стадию «{stage}»?</translation>
        </message>
        <message>
            <source>Deleting happens at once.</source>
            <translation>Удаление происходит сразу.</translation>
        </message>
        <message>
            <source>Departments</source>
            <translation>Отделы</translation>
        </message>
        <message>
            <source>Discipline thresholds</source>
            <translation>Пороги дисциплины</translation>
        </message>
        <message>
            <source>Discipline: marked from</source>
            <translation>Дисциплина: выделять начиная с</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>Ниже</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>На сегодня</translation>
        </message>
        <message>
            <source>Employee</source>
            <translation>Сотрудник</translation>
        </message>
        <message>
            <source>Employees</source>
            <translation>Сотрудники</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>Все</translation>
        </message>
        <message>
            <source>Everybody is offered them with the next activity that ends.</source>
            <translation>Их увидят все при следующем завершении дела.</translation>
        </message>
        <message>
            <source>Everybody's queue follows at once.</source>
            <translation>Очередь у всех изменится сразу.</translation>
        </message>
        <message>
            <source>Everything is saved</source>
            <translation>Всё сохранено</translation>
        </message>
        <message>
            <source>Failure: a reason is asked for</source>
            <translation>Неудача: нужна причина</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Поле</translation>
        </message>
        <message>
            <source>Find a setting</source>
            <translation>Найти настройку</translation>
        </message>
        <message>
            <source>First day away</source>
            <translation>Первый день</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>Часы</translation>
        </message>
        <message>
            <source>In the order in which they are offered; the first nine are taken by a digit. A result that doesn't reach the client is no contact: the working days go on from the one before.</source>
            <translation>В том порядке, в каком их предлагают; первые девять выбирают цифрой. Если до клиента не дошло, контакта не было: рабочие дни считаются от предыдущего.</translation>
        </message>
        <message>
            <source>Kind of activity</source>
            <translation>Вид дела</translation>
        </message>
        <message>
            <source>Last day away</source>
            <translation>Последний день</translation>
        </message>
        <message>
            <source>Leads</source>
            <translation>Лиды</translation>
        </message>
        <message>
            <source>Leads: by stage</source>
            <translation>Лиды: по стадиям</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>Письма</translation>
        </message>
        <message>
            <source>Meetings</source>
            <translation>Встречи</translation>
        </message>
        <message>
            <source>Meetings without a visit</source>
            <translation>Встречи без визита</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Сообщения</translation>
        </message>
        <message>
            <source>Minutes to the first contact</source>
            <translation>Минут до первого контакта</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Название</translation>
        </message>
        <message>
            <source>Name of the result</source>
            <translation>Название итога</translation>
        </message>
        <message>
            <source>No record stands here.</source>
            <translation>Здесь нет ни одной записи.</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>Никто</translation>
        </message>
        <message>
            <source>Not processed: no recorded conversation</source>
            <translation>Не обработана: нет записи разговора</translation>
        </message>
        <message numerus="yes">
            <source>Not saved: %n change(s).</source>
            <translation>
                <numerusform>Не сохранено: %n изменение.</numerusform>
                <numerusform>Не сохранено: %n изменения.</numerusform>
                <numerusform>Не сохранено: %n изменений.</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is known of this year</source>
            <translation>Об этом годе ничего не известно</translation>
        </message>
        <message>
            <source>Numbers from these on stand out in the report, for each employee.</source>
            <translation>Числа от этих и выше выделяются в отчёте у каждого сотрудника.</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Выходной</translation>
        </message>
        <message>
            <source>Off or worked</source>
            <translation>Выходной или рабочий</translation>
        </message>
        <message>
            <source>Order of the work queue</source>
            <translation>Порядок очереди</translation>
        </message>
        <message>
            <source>Others</source>
            <translation>Другие</translation>
        </message>
        <message>
            <source>Otherwise in these sections and stages</source>
            <translation>Иначе в этих разделах и стадиях</translation>
        </message>
        <message>
            <source>Pages of the settings</source>
            <translation>Страницы настроек</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Люди</translation>
        </message>
        <message>
            <source>Place 1 is treated first. Stages at one place are worked through together, by due time.</source>
            <translation>Место 1 идёт первым. Стадии на одном месте идут вместе, по сроку дела.</translation>
        </message>
        <message>
            <source>Place of “{stage}”</source>
            <translation>Место стадии «{stage}»</translation>
        </message>
        <message>
            <source>Prichal — Settings</source>
            <translation>Причал — Настройки</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Убрать</translation>
        </message>
        <message>
            <source>Required on entering a stage</source>
            <translation>Обязательные поля стадий</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Итоги</translation>
        </message>
        <message>
            <source>Results of calls</source>
            <translation>Итоги звонков</translation>
        </message>
        <message>
            <source>Rights, queue and turns follow at once.</source>
            <translation>Права, очередь и распределение изменятся сразу.</translation>
        </message>
        <message>
            <source>Roles and rights</source>
            <translation>Роли и права</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>Правила</translation>
        </message>
        <message>
            <source>Rules hold from the next act on, for everybody at work.</source>
            <translation>Правила действуют со следующего действия у всех, кто работает.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Сохранить</translation>
        </message>
        <message>
            <source>Save or cancel the changes first</source>
            <translation>Сначала сохраните или отмените изменения</translation>
        </message>
        <message>
            <source>Saved. Every workstation sees it at once.</source>
            <translation>Сохранено. Сразу видно на всех рабочих местах.</translation>
        </message>
        <message>
            <source>Section</source>
            <translation>Раздел</translation>
        </message>
        <message>
            <source>Section or stage</source>
            <translation>Раздел или стадия</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>Показать</translation>
        </message>
        <message>
            <source>Stages</source>
            <translation>Стадии</translation>
        </message>
        <message>
            <source>Success</source>
            <translation>Успех</translation>
        </message>
        <message>
            <source>Takes a comment</source>
            <translation>Нужен комментарий</translation>
        </message>
        <message>
            <source>The changes of the settings are not saved yet.</source>
            <translation>Изменения настроек ещё не сохранены.</translation>
        </message>
        <message>
            <source>The client was reached</source>
            <translation>С клиентом связались</translation>
        </message>
        <message>
            <source>The first that holds decides. What isn't ticked brings no deal forward; last comes the oldest contact.</source>
            <translation>Решает первое, что подходит. Без галочки причина сделку вперёд не ставит; последним идёт самый давний контакт.</translation>
        </message>
        <message>
            <source>The latest days of all clients are counted anew.</source>
            <translation>Последние дни для всех клиентов пересчитаются.</translation>
        </message>
        <message>
            <source>The next year</source>
            <translation>Следующий год</translation>
        </message>
        <message>
            <source>The office's own days</source>
            <translation>Свои дни офиса</translation>
        </message>
        <message>
            <source>The report of everybody who sees it follows at once.</source>
            <translation>Отчёт сразу обновится у всех, кто его видит.</translation>
        </message>
        <message>
            <source>The stage</source>
            <translation>Стадия</translation>
        </message>
        <message>
            <source>The working week</source>
            <translation>Рабочая неделя</translation>
        </message>
        <message>
            <source>The year before</source>
            <translation>Предыдущий год</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Отменить</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>Выше</translation>
        </message>
        <message>
            <source>What for</source>
            <translation>Почему</translation>
        </message>
        <message>
            <source>What to do here</source>
            <translation>Что здесь делать</translation>
        </message>
        <message>
            <source>Where they go</source>
            <translation>Куда перенести</translation>
        </message>
        <message>
            <source>Who is away</source>
            <translation>Кто отсутствует</translation>
        </message>
        <message>
            <source>Who stands in</source>
            <translation>Кто замещает</translation>
        </message>
        <message>
            <source>Without activities</source>
            <translation>Без дел</translation>
        </message>
        <message>
            <source>Work begins</source>
            <translation>Начало работы</translation>
        </message>
        <message>
            <source>Work ends</source>
            <translation>Конец работы</translation>
        </message>
        <message>
            <source>Worked</source>
            <translation>Рабочий</translation>
        </message>
        <message>
            <source>Working</source>
            <translation>Рабочие</translation>
        </message>
        <message>
            <source>Working calendar</source>
            <translation>Рабочий календарь</translation>
        </message>
        <message>
            <source>at work</source>
            <translation>на работе</translation>
        </message>
        <message>
            <source>blue</source>
            <translation>синий</translation>
        </message>
        <message>
            <source>dark green</source>
            <translation>тёмно-зелёный</translation>
        </message>
        <message>
            <source>green</source>
            <translation>зелёный</translation>
        </message>
        <message>
            <source>grey</source>
            <translation>серый</translation>
        </message>
        <message>
            <source>not required</source>
            <translation>не нужно</translation>
        </message>
        <message>
            <source>off</source>
            <translation>выходной</translation>
        </message>
        <message>
            <source>olive</source>
            <translation>оливковый</translation>
        </message>
        <message>
            <source>orange</source>
            <translation>оранжевый</translation>
        </message>
        <message>
            <source>red</source>
            <translation>красный</translation>
        </message>
        <message>
            <source>required earlier already</source>
            <translation>нужно уже раньше</translation>
        </message>
        <message>
            <source>required from here</source>
            <translation>нужно с этой стадии</translation>
        </message>
        <message>
            <source>teal</source>
            <translation>бирюзовый</translation>
        </message>
        <message>
            <source>until further notice</source>
            <translation>до особого указания</translation>
        </message>
        <message>
            <source>violet</source>
            <translation>фиолетовый</translation>
        </message>
        <message>
            <source>worked</source>
            <translation>рабочий</translation>
        </message>
        <message>
            <source>{count} records stand on the stages that change.</source>
            <translation>На изменённых стадиях записей: {count}.</translation>
        </message>
        <message>
            <source>“{stage}” is deleted; records moved: {count}</source>
            <translation>Стадия «{stage}» удалена; перенесено записей: {count}</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>A training database neither dials nor sends.</source>
            <translation>Учебная база не звонит и ничего не отправляет.</translation>
        </message>
        <message>
            <source>About Prichal</source>
            <translation>О программе</translation>
        </message>
        <message>
            <source>Absence and stand-in</source>
            <translation>Отсутствие и замещение</translation>
        </message>
        <message>
            <source>Add a contact</source>
            <translation>Добавить контакт</translation>
        </message>
        <message>
            <source>Add a deal</source>
            <translation>Добавить сделку</translation>
        </message>
        <message>
            <source>Add a lead</source>
            <translation>Добавить лид</translation>
        </message>
        <message>
            <source>Add what the tab shows</source>
            <translation>Добавить то, что на вкладке</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Как в системе</translation>
        </message>
        <message>
            <source>Bin</source>
            <translation>Корзина</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Сменить</translation>
        </message>
        <message>
            <source>Change the password</source>
            <translation>Сменить пароль</translation>
        </message>
        <message>
            <source>Change the password…</source>
            <translation>Сменить пароль…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
        <message>
            <source>Compact</source>
            <translation>Компактно</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>Контакты</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Тёмная</translation>
        </message>
        <message>
            <source>Database “{name}”</source>
            <translation>База «{name}»</translation>
        </message>
        <message>
            <source>Deals</source>
            <translation>Сделки</translation>
        </message>
        <message>
            <source>Density</source>
            <translation>Плотность</translation>
        </message>
        <message>
            <source>Enter a new password.</source>
            <translation>Введите новый пароль.</translation>
        </message>
        <message>
            <source>Enter your present password.</source>
            <translation>Введите нынешний пароль.</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Фильтр</translation>
        </message>
        <message>
            <source>Find duplicates</source>
            <translation>Найти дубли</translation>
        </message>
        <message>
            <source>History</source>
            <translation>История</translation>
        </message>
        <message>
            <source>Import from a file</source>
            <translation>Импорт из файла</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Импорт…</translation>
        </message>
        <message>
            <source>It opened in your own program; the timeline notes that it went.</source>
            <translation>Оно открылось в вашей программе; в ленте будет отмечено, что оно ушло.</translation>
        </message>
        <message>
            <source>It was sent</source>
            <translation>Отправлено</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Горячие клавиши</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Язык</translation>
        </message>
        <message>
            <source>Large</source>
            <translation>Крупно</translation>
        </message>
        <message>
            <source>Last operations</source>
            <translation>Последние операции</translation>
        </message>
        <message>
            <source>Leads</source>
            <translation>Лиды</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Светлая</translation>
        </message>
        <message>
            <source>My activities</source>
            <translation>Мои дела</translation>
        </message>
        <message>
            <source>My profile</source>
            <translation>Мой профиль</translation>
        </message>
        <message>
            <source>Name, phone, contract</source>
            <translation>Имя, телефон, договор</translation>
        </message>
        <message>
            <source>New activity</source>
            <translation>Новое дело</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>Новый пароль</translation>
        </message>
        <message>
            <source>Next client of the work queue</source>
            <translation>Следующий клиент из очереди</translation>
        </message>
        <message>
            <source>No connection since {time}</source>
            <translation>Нет связи с {time}</translation>
        </message>
        <message>
            <source>No softphone is set up here. Dial {phone} by hand.</source>
            <translation>Программа для звонков здесь не настроена. Наберите {phone} вручную.</translation>
        </message>
        <message>
            <source>Not the same.</source>
            <translation>Не совпадает.</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>Уведомления</translation>
        </message>
        <message>
            <source>On a tab</source>
            <translation>На вкладке</translation>
        </message>
        <message>
            <source>Once more</source>
            <translation>Ещё раз</translation>
        </message>
        <message>
            <source>Online · all changes are saved</source>
            <translation>На связи · все правки сохранены</translation>
        </message>
        <message>
            <source>Present password</source>
            <translation>Нынешний пароль</translation>
        </message>
        <message>
            <source>Prichal</source>
            <translation>Причал</translation>
        </message>
        <message>
            <source>Prichal — {tab}</source>
            <translation>Причал — {tab}</translation>
        </message>
        <message>
            <source>Ready · file on this computer</source>
            <translation>Готова · файл на этом компьютере</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Обновить</translation>
        </message>
        <message>
            <source>Refreshing…</source>
            <translation>Обновляем…</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>Отчёты</translation>
        </message>
        <message>
            <source>Search and commands</source>
            <translation>Поиск и команды</translation>
        </message>
        <message>
            <source>Search in everything</source>
            <translation>Поиск по всему</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Настройки</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translation>Настройки…</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>Выйти</translation>
        </message>
        <message>
            <source>Switch between light and dark</source>
            <translation>Переключить светлую и тёмную тему</translation>
        </message>
        <message>
            <source>The password is changed.</source>
            <translation>Пароль сменён.</translation>
        </message>
        <message>
            <source>The work queue</source>
            <translation>Очередь работы</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Тема</translation>
        </message>
        <message>
            <source>There is no email on the card.</source>
            <translation>В карточке нет эл. почты.</translation>
        </message>
        <message>
            <source>There is no valid phone on the card.</source>
            <translation>В карточке нет верного телефона.</translation>
        </message>
        <message>
            <source>This is not your present password.</source>
            <translation>Это не ваш нынешний пароль.</translation>
        </message>
        <message>
            <source>To the newest reminder</source>
            <translation>К напоминанию на экране</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Повторить</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Отменить</translation>
        </message>
        <message>
            <source>Undo the last act</source>
            <translation>Отменить последнее действие</translation>
        </message>
        <message>
            <source>Usual</source>
            <translation>Обычно</translation>
        </message>
        <message>
            <source>Version {version}. Clients, deals and the next step with each.</source>
            <translation>Версия {version}. Клиенты, сделки и следующий шаг с каждым.</translation>
        </message>
        <message>
            <source>Was the message to {name} sent?</source>
            <translation>Сообщение для {name} отправлено?</translation>
        </message>
        <message>
            <source>Whole window</source>
            <translation>Во всём окне</translation>
        </message>
        <message>
            <source>{name} can't be written to</source>
            <translation>{name}: написать некуда</translation>
        </message>
        <message>
            <source>{name}: menu</source>
            <translation>{name}: меню</translation>
        </message>
        <message>
            <source>{tab}, {count} need attention</source>
            <translation>{tab}, требуют внимания: {count}</translation>
        </message>
    </context>
    <context>
        <name>SidePanel</name>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
    </context>
    <context>
        <name>SignIn</name>
        <message>
            <source>Address, such as name:password@server/database</source>
            <translation>Адрес, например имя:пароль@сервер/база</translation>
        </message>
        <message>
            <source>An administrator brings it up to date here; everybody else waits: this window goes on by itself.</source>
            <translation>Администратор обновит её здесь; остальным достаточно подождать: окно продолжит само.</translation>
        </message>
        <message>
            <source>Another version</source>
            <translation>Другая версия</translation>
        </message>
        <message>
            <source>Bring it up to date</source>
            <translation>Обновить базу</translation>
        </message>
        <message>
            <source>Busy</source>
            <translation>Занята</translation>
        </message>
        <message>
            <source>By invitation</source>
            <translation>По приглашению</translation>
        </message>
        <message>
            <source>By password</source>
            <translation>По паролю</translation>
        </message>
        <message>
            <source>Can't be opened</source>
            <translation>Не открывается</translation>
        </message>
        <message>
            <source>Caps Lock is on</source>
            <translation>Включён Caps Lock</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Проверяем…</translation>
        </message>
        <message>
            <source>Choose a database file</source>
            <translation>Выберите файл базы</translation>
        </message>
        <message>
            <source>Clients and deals</source>
            <translation>Клиенты и сделки</translation>
        </message>
        <message>
            <source>Coming in by a code</source>
            <translation>Вход по коду</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>Подключить</translation>
        </message>
        <message>
            <source>Connect a database</source>
            <translation>Подключить базу</translation>
        </message>
        <message>
            <source>Connect to the office's server</source>
            <translation>Подключение к серверу офиса</translation>
        </message>
        <message>
            <source>Dark theme</source>
            <translation>Тёмная тема</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>База данных</translation>
        </message>
        <message>
            <source>Database file…</source>
            <translation>Файл базы…</translation>
        </message>
        <message>
            <source>Database “{name}”</source>
            <translation>База «{name}»</translation>
        </message>
        <message>
            <source>Databases (*.db);;All files (*)</source>
            <translation>Базы данных (*.db);;Все файлы (*)</translation>
        </message>
        <message>
            <source>Enter a new password</source>
            <translation>Введите новый пароль</translation>
        </message>
        <message>
            <source>Enter the code</source>
            <translation>Введите код</translation>
        </message>
        <message>
            <source>Enter your password</source>
            <translation>Введите пароль</translation>
        </message>
        <message>
            <source>Enter your phone or email</source>
            <translation>Введите телефон или эл. почту</translation>
        </message>
        <message>
            <source>File not found</source>
            <translation>Файл не найден</translation>
        </message>
        <message>
            <source>File on this computer</source>
            <translation>Файл на этом компьютере</translation>
        </message>
        <message>
            <source>Forgotten?</source>
            <translation>Забыли пароль?</translation>
        </message>
        <message>
            <source>Light theme</source>
            <translation>Светлая тема</translation>
        </message>
        <message>
            <source>New database…</source>
            <translation>Новая база…</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>Новый пароль</translation>
        </message>
        <message>
            <source>No connection</source>
            <translation>Нет связи</translation>
        </message>
        <message>
            <source>Not the same</source>
            <translation>Не совпадает</translation>
        </message>
        <message>
            <source>Office server · {host}</source>
            <translation>Сервер офиса · {host}</translation>
        </message>
        <message>
            <source>Office server…</source>
            <translation>Сервер офиса…</translation>
        </message>
        <message>
            <source>Once more</source>
            <translation>Ещё раз</translation>
        </message>
        <message>
            <source>One-time code</source>
            <translation>Одноразовый код</translation>
        </message>
        <message>
            <source>Online</source>
            <translation>На связи</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Пароль</translation>
        </message>
        <message>
            <source>Phone or email</source>
            <translation>Телефон или эл. почта</translation>
        </message>
        <message>
            <source>Prichal</source>
            <translation>Причал</translation>
        </message>
        <message>
            <source>Prichal — sign in</source>
            <translation>Причал — вход</translation>
        </message>
        <message>
            <source>Read only</source>
            <translation>Только чтение</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Готова</translation>
        </message>
        <message>
            <source>Remember me on this computer</source>
            <translation>Запомнить меня на этом компьютере</translation>
        </message>
        <message>
            <source>Set the password and sign in</source>
            <translation>Задать пароль и войти</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Войти</translation>
        </message>
        <message>
            <source>Signing in</source>
            <translation>Вход</translation>
        </message>
        <message>
            <source>Take off the list</source>
            <translation>Убрать из списка</translation>
        </message>
        <message>
            <source>This database can't be connected</source>
            <translation>Эту базу не подключить</translation>
        </message>
        <message>
            <source>This system has no keyring, so the password is not kept.</source>
            <translation>В этой системе нет связки ключей, пароль не сохранится.</translation>
        </message>
        <message>
            <source>Version {version}</source>
            <translation>Версия {version}</translation>
        </message>
        <message>
            <source>Way of signing in</source>
            <translation>Способ входа</translation>
        </message>
        <message>
            <source>Who opened and changed what is written to the history.</source>
            <translation>Кто что открывал и менял, записывается в историю.</translation>
        </message>
        <message>
            <source>Your administrator gives the code: for the first sign-in, and anew where a password is forgotten.</source>
            <translation>Код даёт администратор: для первого входа и новый, если пароль забыт.</translation>
        </message>
    </context>
    <context>
        <name>StageBar</name>
        <message>
            <source>Stage</source>
            <translation>Стадия</translation>
        </message>
        <message>
            <source>{stage}, current stage</source>
            <translation>{stage}, текущая стадия</translation>
        </message>
        <message>
            <source>{stage}, passed</source>
            <translation>{stage}, пройдена</translation>
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
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>Activity done</source>
            <translation>Дело выполнено</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Звонок</translation>
        </message>
        <message>
            <source>Came by import</source>
            <translation>Загружен импортом</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Комментарий</translation>
        </message>
        <message>
            <source>Contact added</source>
            <translation>Контакт создан</translation>
        </message>
        <message>
            <source>Deal No. {id}</source>
            <translation>Сделка № {id}</translation>
        </message>
        <message>
            <source>Deal added</source>
            <translation>Сделка создана</translation>
        </message>
        <message>
            <source>Duplicates merged</source>
            <translation>Объединены дубли</translation>
        </message>
        <message>
            <source>File attached</source>
            <translation>Файл прикреплён</translation>
        </message>
        <message>
            <source>File deleted</source>
            <translation>Файл удалён</translation>
        </message>
        <message>
            <source>First payment {amount}</source>
            <translation>Первый платёж {amount}</translation>
        </message>
        <message>
            <source>Incoming call</source>
            <translation>Входящий звонок</translation>
        </message>
        <message>
            <source>Lead No. {id}</source>
            <translation>Лид № {id}</translation>
        </message>
        <message>
            <source>Lead added</source>
            <translation>Лид создан</translation>
        </message>
        <message>
            <source>Lead became a deal</source>
            <translation>Лид переведён в сделку</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>Письмо</translation>
        </message>
        <message>
            <source>Meeting</source>
            <translation>Встреча</translation>
        </message>
        <message>
            <source>Meeting missed</source>
            <translation>Встреча не состоялась</translation>
        </message>
        <message>
            <source>Merged into another record</source>
            <translation>Объединено с другой записью</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Сообщение</translation>
        </message>
        <message>
            <source>Outgoing call</source>
            <translation>Исходящий звонок</translation>
        </message>
        <message>
            <source>Payment corrected</source>
            <translation>Платёж исправлен</translation>
        </message>
        <message>
            <source>Payment received</source>
            <translation>Платёж получен</translation>
        </message>
        <message>
            <source>Payment removed</source>
            <translation>Платёж убран</translation>
        </message>
        <message>
            <source>Pinned</source>
            <translation>Закреплено</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>Ответственный</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Стадия</translation>
        </message>
        <message>
            <source>Taken out of the bin</source>
            <translation>Возвращён из корзины</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>Визит</translation>
        </message>
        <message>
            <source>by hand</source>
            <translation>вручную</translation>
        </message>
        <message>
            <source>contact No. {id}</source>
            <translation>контакт № {id}</translation>
        </message>
        <message>
            <source>corrected</source>
            <translation>исправлено</translation>
        </message>
        <message>
            <source>deal No. {id}</source>
            <translation>сделка № {id}</translation>
        </message>
        <message>
            <source>taken by {name}</source>
            <translation>принял(а) {name}</translation>
        </message>
        <message>
            <source>{channel} received</source>
            <translation>{channel}: получено</translation>
        </message>
        <message>
            <source>{channel} sent</source>
            <translation>{channel}: отправлено</translation>
        </message>
        <message>
            <source>{name} (No. {id})</source>
            <translation>{name} (№ {id})</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message numerus="yes">
            <source>%n thing(s) to look at</source>
            <translation>
                <numerusform>Ждёт внимания: %n</numerusform>
                <numerusform>Ждут внимания: %n</numerusform>
                <numerusform>Ждут внимания: %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Do not disturb</source>
            <translation>Не беспокоить</translation>
        </message>
        <message>
            <source>In the tray it goes on reminding you of calls and meetings. You can quit it there at any time.</source>
            <translation>В области уведомлений он продолжит напоминать о звонках и встречах. Выйти можно там же в любое время.</translation>
        </message>
        <message>
            <source>Keep Prichal running?</source>
            <translation>Оставить Причал работать?</translation>
        </message>
        <message>
            <source>Keep it in the tray</source>
            <translation>Оставить в трее</translation>
        </message>
        <message>
            <source>New activity</source>
            <translation>Новое дело</translation>
        </message>
        <message>
            <source>Nobody is signed in: no reminders come</source>
            <translation>Никто не вошёл: напоминания не приходят</translation>
        </message>
        <message>
            <source>Open Prichal</source>
            <translation>Открыть Причал</translation>
        </message>
        <message>
            <source>Pause reminders</source>
            <translation>Приостановить напоминания</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Выйти</translation>
        </message>
        <message>
            <source>Remind again from now on</source>
            <translation>Снова напоминать</translation>
        </message>
        <message>
            <source>Reminders wait until {time}</source>
            <translation>Напоминания подождут до: {time}</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Поиск</translation>
        </message>
        <message>
            <source>Sign in…</source>
            <translation>Войти…</translation>
        </message>
        <message>
            <source>The database can't be reached yet; it is tried again</source>
            <translation>База пока недоступна; повторяем попытки</translation>
        </message>
        <message>
            <source>Until tomorrow</source>
            <translation>До завтра</translation>
        </message>
    </context>
    <context>
        <name>UndoLine</name>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Отменить</translation>
        </message>
        <message>
            <source>Undone: {what}</source>
            <translation>Отменено: {what}</translation>
        </message>
        <message>
            <source>changed since and left: {count}</source>
            <translation>изменены с тех пор и оставлены: {count}</translation>
        </message>
        <message numerus="yes">
            <source>{what} and %n more</source>
            <translation>
                <numerusform>{what} и ещё %n</numerusform>
                <numerusform>{what} и ещё %n</numerusform>
                <numerusform>{what} и ещё %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WorkQueue</name>
        <message numerus="yes">
            <source>%n later today</source>
            <translation>
                <numerusform>ещё %n позже сегодня</numerusform>
                <numerusform>ещё %n позже сегодня</numerusform>
                <numerusform>ещё %n позже сегодня</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n wait(s)</source>
            <translation>
                <numerusform>%n ждёт</numerusform>
                <numerusform>%n ждут</numerusform>
                <numerusform>%n ждут</numerusform>
            </translation>
        </message>
        <message>
            <source>Arrange a meeting</source>
            <translation>Назначить встречу</translation>
        </message>
        <message>
            <source>Confirm the meeting</source>
            <translation>Подтвердить встречу</translation>
        </message>
        <message>
            <source>Deals</source>
            <translation>Сделки</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>На сегодня</translation>
        </message>
        <message>
            <source>From the queue: {stage}</source>
            <translation>Из очереди: {stage}</translation>
        </message>
        <message>
            <source>Hearings, deadlines</source>
            <translation>Суды и сроки</translation>
        </message>
        <message>
            <source>Leads</source>
            <translation>Лиды</translation>
        </message>
        <message>
            <source>Near to signing</source>
            <translation>Близко к договору</translation>
        </message>
        <message>
            <source>New leads</source>
            <translation>Новые лиды</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Дальше</translation>
        </message>
        <message>
            <source>Next client of the work queue</source>
            <translation>Следующий клиент из очереди</translation>
        </message>
        <message>
            <source>Nobody else waits: the rest are being treated just now</source>
            <translation>Больше никто не ждёт: с остальными сейчас работают</translation>
        </message>
        <message numerus="yes">
            <source>Nobody waits now; %n more later today</source>
            <translation>
                <numerusform>Сейчас никто не ждёт; ещё %n — позже сегодня</numerusform>
                <numerusform>Сейчас никто не ждёт; ещё %n — позже сегодня</numerusform>
                <numerusform>Сейчас никто не ждёт; ещё %n — позже сегодня</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody waits: everyone has been treated in time</source>
            <translation>Никто не ждёт: со всеми поработали вовремя</translation>
        </message>
        <message>
            <source>Not processed</source>
            <translation>Не обработаны</translation>
        </message>
        <message>
            <source>Oldest contact</source>
            <translation>Давний контакт</translation>
        </message>
        <message>
            <source>Others</source>
            <translation>Остальные</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Просрочено</translation>
        </message>
        <message>
            <source>Overdue payments</source>
            <translation>Платёж просрочен</translation>
        </message>
        <message>
            <source>Without activities</source>
            <translation>Без дел</translation>
        </message>
        <message>
            <source>Work queue</source>
            <translation>Очередь работы</translation>
        </message>
        <message>
            <source>a payment is overdue</source>
            <translation>просрочен платёж</translation>
        </message>
        <message>
            <source>instead of {name}, who is away</source>
            <translation>вместо отсутствующего: {name}</translation>
        </message>
        <message>
            <source>it is time</source>
            <translation>пора</translation>
        </message>
        <message>
            <source>no conversation was recorded</source>
            <translation>нет записи разговора</translation>
        </message>
        <message>
            <source>nobody spoke with them for long</source>
            <translation>давно не было контакта</translation>
        </message>
        <message>
            <source>nothing is planned</source>
            <translation>ничего не запланировано</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>просрочено</translation>
        </message>
        <message>
            <source>the day is near</source>
            <translation>срок близко</translation>
        </message>
    </context>
</TS>
