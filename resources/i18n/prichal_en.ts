<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
    <context>
        <name>Activities</name>
        <message numerus="yes">
            <source>%n activity(s)</source>
            <translation>
                <numerusform>%n activity</numerusform>
                <numerusform>%n activities</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n item</numerusform>
                <numerusform>%n items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Not later than {day}: %n working day(s) after the contact of {contact}</source>
            <translation>
                <numerusform>Not later than {day}: %n working day after the contact of {contact}</numerusform>
                <numerusform>Not later than {day}: %n working days after the contact of {contact}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{kind} — up to %n minute(s)</source>
            <translation>
                <numerusform>{kind} — up to %n minute</numerusform>
                <numerusform>{kind} — up to %n minutes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Agenda</name>
        <message numerus="yes">
            <source>%n activity(s)</source>
            <translation>
                <numerusform>%n activity</numerusform>
                <numerusform>%n activities</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Bell</name>
        <message numerus="yes">
            <source>%n client(s) are yours now</source>
            <translation>
                <numerusform>%n client is yours now</numerusform>
                <numerusform>%n clients are yours now</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new notification(s)</source>
            <translation>
                <numerusform>%n new notification</numerusform>
                <numerusform>%n new notifications</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Notifications, %n unread</source>
            <translation>
                <numerusform>Notifications, %n unread</numerusform>
                <numerusform>Notifications, %n unread</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Board</name>
        <message numerus="yes">
            <source>%n card(s)</source>
            <translation>
                <numerusform>%n card</numerusform>
                <numerusform>%n cards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Bulk</name>
        <message numerus="yes">
            <source>%n record(s)</source>
            <translation>
                <numerusform>%n record</numerusform>
                <numerusform>%n records</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Delete %n record(s)?</source>
            <translation>
                <numerusform>Delete %n record?</numerusform>
                <numerusform>Delete %n records?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Exported %n record(s) into {file}</source>
            <translation>
                <numerusform>Exported %n record into {file}</numerusform>
                <numerusform>Exported %n records into {file}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Calendar</name>
        <message numerus="yes">
            <source>%n activity(s)</source>
            <translation>
                <numerusform>%n activity</numerusform>
                <numerusform>%n activities</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Card</name>
        <message numerus="yes">
            <source> and %n more</source>
            <translation>
                <numerusform> and %n more</numerusform>
                <numerusform> and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n colleague(s) are here, too</source>
            <translation>
                <numerusform>%n colleague is here, too</numerusform>
                <numerusform>%n colleagues are here, too</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n deal(s)</source>
            <translation>
                <numerusform>%n deal</numerusform>
                <numerusform>%n deals</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CardPayments</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>In place of %n planned payment(s).</source>
            <translation>
                <numerusform>In place of %n planned payment.</numerusform>
                <numerusform>In place of %n planned payments.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>remind %n day(s) before</source>
            <translation>
                <numerusform>remind %n day before</numerusform>
                <numerusform>remind %n days before</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CardPlanned</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Conflict</name>
        <message numerus="yes">
            <source>Your text is whole: choose what to save in %n field(s), the rest has settled.</source>
            <translation>
                <numerusform>Your text is whole: choose what to save in %n field, the rest has settled.</numerusform>
                <numerusform>Your text is whole: choose what to save in %n fields, the rest has settled.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Conversion</name>
        <message numerus="yes">
            <source>%n deal(s)</source>
            <translation>
                <numerusform>%n deal</numerusform>
                <numerusform>%n deals</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n field(s) of the lead missing</source>
            <translation>
                <numerusform>%n field of the lead missing</numerusform>
                <numerusform>%n fields of the lead missing</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Duplicates</name>
        <message numerus="yes">
            <source>%n contact(s)</source>
            <translation>
                <numerusform>%n contact</numerusform>
                <numerusform>%n contacts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lead(s)</source>
            <translation>
                <numerusform>%n lead</numerusform>
                <numerusform>%n leads</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lead(s) of a known contact</source>
            <translation>
                <numerusform>%n lead of a known contact</numerusform>
                <numerusform>%n leads of a known contact</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phone(s) of too many people left out</source>
            <translation>
                <numerusform>%n phone of too many people left out</numerusform>
                <numerusform>%n phones of too many people left out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Not duplicates: %n pair(s)</source>
            <translation>
                <numerusform>Not duplicates: %n pair</numerusform>
                <numerusform>Not duplicates: %n pairs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{name}: %n contact(s) of one person?</source>
            <translation>
                <numerusform>{name}: %n contact of one person?</numerusform>
                <numerusform>{name}: %n contacts of one person?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{name}: %n lead(s) of one person?</source>
            <translation>
                <numerusform>{name}: %n lead of one person?</numerusform>
                <numerusform>{name}: %n leads of one person?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{name}: %n record(s) of one person?</source>
            <translation>
                <numerusform>{name}: %n record of one person?</numerusform>
                <numerusform>{name}: %n records of one person?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Errors</name>
        <message numerus="yes">
            <source>At least %n character(s).</source>
            <translation>
                <numerusform>At least %n character.</numerusform>
                <numerusform>At least %n characters.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>At most %n minute(s).</source>
            <translation>
                <numerusform>At most %n minute.</numerusform>
                <numerusform>At most %n minutes.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Too many wrong passwords. Try again in %n second(s).</source>
            <translation>
                <numerusform>Too many wrong passwords. Try again in %n second.</numerusform>
                <numerusform>Too many wrong passwords. Try again in %n seconds.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FieldForms</name>
        <message numerus="yes">
            <source>%n year(s) old</source>
            <translation>
                <numerusform>%n year old</numerusform>
                <numerusform>%n years old</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Filter</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in over %n day(s)</source>
            <translation>
                <numerusform>in over %n day</numerusform>
                <numerusform>in over %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>over %n day(s) ago</source>
            <translation>
                <numerusform>over %n day ago</numerusform>
                <numerusform>over %n days ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>the last %n day(s)</source>
            <translation>
                <numerusform>the last %n day</numerusform>
                <numerusform>the last %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>the next %n day(s)</source>
            <translation>
                <numerusform>the next %n day</numerusform>
                <numerusform>the next %n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FirstRun</name>
        <message numerus="yes">
            <source>%n field(s) on the cards</source>
            <translation>
                <numerusform>%n field on the cards</numerusform>
                <numerusform>%n fields on the cards</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%n message</numerusform>
                <numerusform>%n messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n outcome(s)</source>
            <translation>
                <numerusform>%n outcome</numerusform>
                <numerusform>%n outcomes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rule(s) that the program keeps</source>
            <translation>
                <numerusform>%n rule that the program keeps</numerusform>
                <numerusform>%n rules that the program keeps</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n stage(s)</source>
            <translation>
                <numerusform>%n stage</numerusform>
                <numerusform>%n stages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>At least %n character(s)</source>
            <translation>
                <numerusform>At least %n character</numerusform>
                <numerusform>At least %n characters</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FirstSteps</name>
        <message numerus="yes">
            <source>%n stage(s) of deals</source>
            <translation>
                <numerusform>%n stage of deals</numerusform>
                <numerusform>%n stages of deals</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n stage(s) of leads</source>
            <translation>
                <numerusform>%n stage of leads</numerusform>
                <numerusform>%n stages of leads</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Format</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message numerus="yes">
            <source>%n line(s)</source>
            <translation>
                <numerusform>%n line</numerusform>
                <numerusform>%n lines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more field(s)</source>
            <translation>
                <numerusform>%n more field</numerusform>
                <numerusform>%n more fields</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HistoryTab</name>
        <message numerus="yes">
            <source>Exported %n line(s) into {file}</source>
            <translation>
                <numerusform>Exported %n line into {file}</numerusform>
                <numerusform>Exported %n lines into {file}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Imports</name>
        <message numerus="yes">
            <source>%n activity(s) were taken back.</source>
            <translation>
                <numerusform>%n activity was taken back.</numerusform>
                <numerusform>%n activities were taken back.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call(s)</source>
            <translation>
                <numerusform>%n call</numerusform>
                <numerusform>%n calls</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n column(s)</source>
            <translation>
                <numerusform>%n column</numerusform>
                <numerusform>%n columns</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lead(s)</source>
            <translation>
                <numerusform>%n lead</numerusform>
                <numerusform>%n leads</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lead(s) are as they were before.</source>
            <translation>
                <numerusform>%n lead are as they were before.</numerusform>
                <numerusform>%n leads are as they were before.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lead(s) are parked.</source>
            <translation>
                <numerusform>%n lead is parked.</numerusform>
                <numerusform>%n leads are parked.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lead(s) got a new responsible.</source>
            <translation>
                <numerusform>%n lead got a new responsible.</numerusform>
                <numerusform>%n leads got a new responsible.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lead(s) have their first call.</source>
            <translation>
                <numerusform>%n lead has its first call.</numerusform>
                <numerusform>%n leads have their first calls.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lead(s) parked until {day}</source>
            <translation>
                <numerusform>%n lead parked until {day}</numerusform>
                <numerusform>%n leads parked until {day}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lead(s) went to the bin.</source>
            <translation>
                <numerusform>%n lead went to the bin.</numerusform>
                <numerusform>%n leads went to the bin.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lead(s) without a first call</source>
            <translation>
                <numerusform>%n lead without a first call</numerusform>
                <numerusform>%n leads without a first call</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) changed since are left as they are:</source>
            <translation>
                <numerusform>%n record changed since are left as they are:</numerusform>
                <numerusform>%n records changed since are left as they are:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation>
                <numerusform>%n row</numerusform>
                <numerusform>%n rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) become leads of their own.</source>
            <translation>
                <numerusform>%n row become leads of their own.</numerusform>
                <numerusform>%n rows become leads of their own.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) match the database or each other</source>
            <translation>
                <numerusform>%n row matches the database or another one</numerusform>
                <numerusform>%n rows match the database or each other</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) of people already known are left out.</source>
            <translation>
                <numerusform>%n row of a person already known is left out.</numerusform>
                <numerusform>%n rows of people already known are left out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n that somebody has worked on were left.</source>
            <translation>
                <numerusform>%n that somebody has worked on was left.</numerusform>
                <numerusform>%n that somebody has worked on were left.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>A day has room for {room}: it takes %n working day(s), or more people.</source>
            <translation>
                <numerusform>A day has room for {room}: it takes %n working day, or more people.</numerusform>
                <numerusform>A day has room for {room}: it takes %n working days, or more people.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Empty fields of %n known lead(s) are filled. What is filled in your database stays.</source>
            <translation>
                <numerusform>Empty fields of %n known lead are filled. What is filled in your database stays.</numerusform>
                <numerusform>Empty fields of %n known leads are filled. What is filled in your database stays.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Import %n row(s)</source>
            <translation>
                <numerusform>Import %n row</numerusform>
                <numerusform>Import %n rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Reading the file… %n row(s)</source>
            <translation>
                <numerusform>Reading the file… %n row</numerusform>
                <numerusform>Reading the file… %n rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show %n more column(s)</source>
            <translation>
                <numerusform>Show %n more column</numerusform>
                <numerusform>Show %n more columns</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Up to %n call(s) a person and day, within working hours.</source>
            <translation>
                <numerusform>Up to %n call a person and day, within working hours.</numerusform>
                <numerusform>Up to %n calls a person and day, within working hours.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Numbers</name>
        <message numerus="yes">
            <source>%n byte(s)</source>
            <translation>
                <numerusform>%n byte</numerusform>
                <numerusform>%n bytes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Records</name>
        <message numerus="yes">
            <source>&lt;b&gt;{count}&lt;/b&gt; contact(s)</source>
            <translation>
                <numerusform>&lt;b&gt;{count}&lt;/b&gt; contact</numerusform>
                <numerusform>&lt;b&gt;{count}&lt;/b&gt; contacts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>&lt;b&gt;{count}&lt;/b&gt; deal(s)</source>
            <translation>
                <numerusform>&lt;b&gt;{count}&lt;/b&gt; deal</numerusform>
                <numerusform>&lt;b&gt;{count}&lt;/b&gt; deals</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>&lt;b&gt;{count}&lt;/b&gt; lead(s)</source>
            <translation>
                <numerusform>&lt;b&gt;{count}&lt;/b&gt; lead</numerusform>
                <numerusform>&lt;b&gt;{count}&lt;/b&gt; leads</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Reminders</name>
        <message numerus="yes">
            <source>%n reminder(s) came meanwhile</source>
            <translation>
                <numerusform>%n reminder came meanwhile</numerusform>
                <numerusform>%n reminders came meanwhile</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Rights</name>
        <message numerus="yes">
            <source>%n employee(s)</source>
            <translation>
                <numerusform>%n employee</numerusform>
                <numerusform>%n employees</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n employee(s) concerned.</source>
            <translation>
                <numerusform>%n employee concerned.</numerusform>
                <numerusform>%n employees concerned.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message numerus="yes">
            <source>%n exception(s)</source>
            <translation>
                <numerusform>%n exception</numerusform>
                <numerusform>%n exceptions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) stand here and go to another stage.</source>
            <translation>
                <numerusform>%n record stands here and goes to another stage.</numerusform>
                <numerusform>%n records stand here and go to another stage.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Not saved: %n change(s).</source>
            <translation>
                <numerusform>Not saved: %n change.</numerusform>
                <numerusform>Not saved: %n changes.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message numerus="yes">
            <source>%n thing(s) to look at</source>
            <translation>
                <numerusform>%n thing to look at</numerusform>
                <numerusform>%n things to look at</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>UndoLine</name>
        <message numerus="yes">
            <source>{what} and %n more</source>
            <translation>
                <numerusform>{what} and %n more</numerusform>
                <numerusform>{what} and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WorkQueue</name>
        <message numerus="yes">
            <source>%n later today</source>
            <translation>
                <numerusform>%n later today</numerusform>
                <numerusform>%n later today</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n wait(s)</source>
            <translation>
                <numerusform>%n waits</numerusform>
                <numerusform>%n wait</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Nobody waits now; %n more later today</source>
            <translation>
                <numerusform>Nobody waits now; %n more later today</numerusform>
                <numerusform>Nobody waits now; %n more later today</numerusform>
            </translation>
        </message>
    </context>
</TS>
