"""What opens in the window: the one place that names every feature folder."""

from app.qtbase.window_state import StateStore
from app.views.activities import activities_page, change_activity, complete_activity, log_call, plan_activity
from app.views.bin import open_bin
from app.views.cards import card_opener
from app.views.contacts.page import contacts_page
from app.views.conversion import convert
from app.views.deals.page import deals_page
from app.views.duplicates import DuplicatesWindow
from app.views.imports import open_import
from app.views.leads.page import leads_page
from app.views.new_records import new_contact, new_deal, new_lead
from app.views.operations import last_operations, undo_last
from app.views.reports import reports_page
from app.views.settings import open_settings_window
from app.views.shell.features import Features
from app.views.stages import move_stage


def make_features(store: StateStore) -> Features:
    """All features of the window."""
    return Features(
        pages={
            "lead": leads_page,
            "deal": deals_page,
            "contact": contacts_page,
            "activity": activities_page,
            "report": reports_page,
        },
        card=card_opener(store),
        new_lead=new_lead,
        new_deal=new_deal,
        new_contact=new_contact,
        plan_activity=plan_activity,
        change_activity=change_activity,
        complete_activity=complete_activity,
        log_call=log_call,
        move_stage=move_stage,
        convert=convert,
        imports=open_import,
        undo_last=undo_last,
        last_operations=last_operations,
        bin=open_bin,
        settings=open_settings_window,
        duplicates=DuplicatesWindow,
    )
