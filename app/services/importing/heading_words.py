"""The headings of known exports and of everyday tables, Russian and English, by what they mean.

The one place for words of what every office has; presets add words for their own fields alone.

Written as `core.text.sort_key` leaves them: no letter case, ё as е, punctuation as spaces. A heading that
isn't here is tried again without numbers, bracketed parts and NOISE ("Телефон 2", "Город (клиент)", "Lead - Title").
"""

from typing import Final


def _list(words: str) -> tuple[str, ...]:
    return tuple(" ".join(word.split()) for word in words.split(","))


WORDS: Final[dict[str, tuple[str, ...]]] = {
    "origin_id": _list(
        """id, ид, №, n, no, номер, № п п, код, id лида, ид лида, номер лида, lead id, record id, id сделки,
        deal id, external id, внешний код, внешний id, прежний номер, номер заявки, id заявки, id записи,
        идентификатор, origin id, system id, contact id, number"""
    ),
    "stage": _list(
        """стадия, статус, этап, стадия лида, статус лида, этап сделки, стадия сделки, статус сделки,
        состояние, этап воронки, stage, status, status id, stage id, lead status, lead stage, deal stage,
        pipeline stage, stage name, status name"""
    ),
    "title": _list(
        """название, название лида, наименование, наименование лида, название сделки, тема, заголовок, title,
        lead title, deal name, deal title, subject, topic, название заявки, lead name"""
    ),
    "first_name": _list("имя, имя клиента, имя контакта, first name, firstname, given name, forename, name"),
    "middle_name": _list(
        """отчество, отчество клиента, middle name, middlename, second name, patronymic, additional name"""
    ),
    "last_name": _list("фамилия, фамилия клиента, last name, lastname, surname, family name"),
    "full_name": _list(
        """фио, ф и о, ф и о клиента, фио клиента, фио контакта, фамилия имя отчество, фамилия имя, фам имя
        отч, имя фамилия, имя и фамилия, фамилия и имя, полное имя, клиент, контакт, контактное лицо,
        основной контакт, покупатель, заказчик, заявитель, абонент, должник, имя и отчество, full name,
        fullname, contact, contact name, client, client name, customer, customer name, person name, person,
        display name, contact person, лид"""
    ),
    "birth_date": _list(
        """дата рождения, день рождения, д р, др, рождение, birth date, birthdate, date of birth, birthday,
        dob, born, год рождения"""
    ),
    "phone": _list(
        """телефон, телефоны, тел, номер телефона, контактный телефон, телефон клиента, телефон контакта, тел
        номер, контактный номер, номер тел, номера телефонов, phone, phones, phone number, telephone, tel,
        contact phone, client phone, phone value, phone numbers, contact number, контакты"""
    ),
    "phone:work": _list(
        """рабочий телефон, телефон рабочий, раб телефон, раб тел, тел раб, служебный телефон, work phone,
        phone work, business phone, office phone, рабочий прямой телефон, phone direct"""
    ),
    "phone:mobile": _list(
        """мобильный телефон, мобильный, телефон мобильный, моб телефон, моб тел, моб, сотовый, сотовый
        телефон, тел моб, телефон сотовый, mobile, mobile phone, phone mobile, mobilephone, cell, cell
        phone, cellphone, mobile phone number, рабочий мобильный телефон, рабочий мобильный, mobile number"""
    ),
    "phone:home": _list(
        """домашний телефон, телефон домашний, дом телефон, тел дом, дом тел, городской телефон, home phone,
        phone home, homephone"""
    ),
    "phone:other": _list(
        """другой телефон, дополнительный телефон, доп телефон, телефон дополнительный, прочий телефон,
        запасной телефон, телефон для рассылок, other phone, phone other, additional phone, alternate phone,
        номер для рассылок, mailing phone, phone mailing"""
    ),
    "phone:fax": _list("факс, номер факса, fax, phone fax, fax number"),
    "email": _list(
        """e mail, email, емейл, имейл, мейл, почта, эл почта, электронная почта, электронный адрес, адрес
        электронной почты, эл адрес, емайл, mail, e mail адрес, email address, e mail address, emails, email
        value, почта клиента, адрес эл почты"""
    ),
    "email:work": _list(
        """рабочий e mail, рабочий email, e mail рабочий, email рабочий, рабочая почта, рабочая эл почта, work
        e mail, work email, email work, e mail work, business email"""
    ),
    "email:home": _list(
        """частный e mail, частный email, личный e mail, личный email, личная почта, домашний e mail, e mail
        личный, email личный, email домашний, private e mail, personal email, home email, email home, home e
        mail, personal e mail, private email"""
    ),
    "email:other": _list(
        """другой e mail, другой email, прочий e mail, e mail другой, email другой, дополнительный e mail,
        other e mail, other email, email other, additional email, email для рассылок, e mail для рассылок"""
    ),
    "messenger": _list("мессенджер, мессенджеры, messenger, messengers, im, соцсети, социальные сети"),
    "messenger:telegram": _list(
        """telegram, телеграм, телеграмм, ник в telegram, im telegram, telegram username, тг"""
    ),
    "messenger:whatsapp": _list("whatsapp, ватсап, вотсап, вацап, whats app, im whatsapp"),
    "messenger:viber": _list("viber, вайбер, im viber"),
    "messenger:vk": _list("vk, вк, вконтакте, vkontakte, im vk"),
    "messenger:skype": _list("skype, скайп, логин skype, im skype"),
    "messenger:max": _list("max, макс"),
    "messenger:instagram": _list("instagram, инстаграм, im instagram"),
    "messenger:facebook": _list("facebook, фейсбук, im facebook"),
    "city": _list("город, населенный пункт, город проживания, город клиента, city, town, address city"),
    "address": _list(
        """адрес, адрес проживания, адрес клиента, адрес регистрации, почтовый адрес, фактический адрес,
        address, street address, street, home address, mailing address, улица дом, full address"""
    ),
    "region": _list("регион, область, край, субъект рф, region, state, province, state region, state province"),
    "comment": _list(
        """комментарий, комментарии, примечание, примечания, описание, заметка, заметки, сообщение, текст
        обращения, суть обращения, вопрос, доп информация, дополнительная информация, комментарий клиента,
        comment, comments, note, notes, description, message, remarks, details, текст заявки, обращение"""
    ),
    "amount": _list(
        """сумма, бюджет, сумма долга, общий долг, общая сумма долга, долг, сумма сделки, бюджет сделки,
        стоимость, цена, общая сумма, сумма кредита, сумма кредитов, сумма задолженности, задолженность,
        возможная сумма, amount, total, value, budget, opportunity, deal value, lead value, price, sum, total debt,
        debt, total amount, expected revenue"""
    ),
    "currency": _list("валюта, код валюты, currency, currency id, currency code"),
    "source": _list(
        """источник, источник лида, источник сделки, источник обращения, канал, рекламный канал, откуда, откуда
        узнали, канал привлечения, тип источника, source, lead source, leadsource, source name, origin,
        channel, source channel, original source, referral source, откуда обратился, откуда пришел"""
    ),
    "source_details": _list(
        """дополнительно об источнике, описание источника, подробнее об источнике, детали источника, об
        источнике, source details, source description, source information, source info, more about the
        source, additional source information, source detail"""
    ),
    "referrer": _list(
        """рекомендатель, кто рекомендовал, кем рекомендован, по чьей рекомендации, от кого, referrer, referral,
        referred by, recommended by"""
    ),
    "responsible": _list(
        """ответственный, ответственный сотрудник, ответственный менеджер, менеджер, ответственный за лид,
        сотрудник, исполнитель, куратор, ведет, responsible, responsible person, assigned to, assigned by,
        assignee, owner, lead owner, contact owner, manager, responsible user, owner name, agent, sales rep,
        ответственный пользователь"""
    ),
    "created_at": _list(
        """дата создания, создан, создано, создана, дата добавления, дата, дата обращения, дата заявки, дата
        поступления, дата и время, дата и время создания, дата создания лида, дата создания сделки,
        поступил, добавлен, время создания, когда создан, дата регистрации, created, created at, created on,
        created date, createddate, create date, created time, date created, date create, creation date,
        date, added, added on, date added, lead created, datetime, timestamp, add time, дата время"""
    ),
    "updated_at": _list(
        """дата изменения, изменен, изменено, изменена, дата редактирования, дата последнего изменения,
        обновлен, дата обновления, последнее изменение, дата модификации, когда изменен, modified, modified
        at, modified on, modified date, modified time, date modified, date modify, last modified, updated,
        updated at, updated on, last modified date, lastmodifieddate, last update, update time, last updated"""
    ),
    "reason": _list("почему не вошла, why not imported, причина отказа при импорте"),
}
"""`reason` names the column that the file of rejected rows carries before the others."""

NOISE: Final = frozenset(
    _list(
        """client, contact, crm, customer, deal, lead, leads, person, primary, rub, the, utc, your, ваш, ваша,
        ваше, введите, заявка, заявки, клиент, клиента, контакт, контакта, крм, лид, лида, лиды, мск,
        обращения, основного, основное, основной, полное, полный, руб, рублей, сделка, сделки, укажите"""
    )
)
"""Words beside which a heading means the same."""
