"""Actors, contacts and saved views for those who look after the data."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, F, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from timeline.evidence import article_url, mentions_of
from timeline.models import (
    Actor,
    Alias,
    Anchor,
    Contact,
    ContactRedirect,
    Decision,
    LoadedFile,
    Participation,
    Role,
    SavedView,
    Side,
)
from timeline.wording import TITLE_PREFETCH, contact_title, date_in_words


@admin.register(Side)
class SideAdmin(admin.ModelAdmin):
    list_display = ("name", "country", "actor_count", "on_the_timeline")
    search_fields = ("name", "slug")
    prepopulated_fields = {"slug": ("name",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Side]:
        return super().get_queryset(request).annotate(actor_count=Count("actors"))

    def save_model(self, request: HttpRequest, obj: Side, form: Any, change: bool) -> None:
        """Articles are read with the side's name as it is now."""
        super().save_model(request, obj, form, change)
        Actor.objects.filter(side=obj).update(revision=F("revision") + 1)

    @admin.display(description="actors", ordering="actor_count")
    def actor_count(self, side: Any) -> SafeString:
        actors = reverse("admin:timeline_actor_changelist")
        return _link(f"{actors}?side__id__exact={side.pk}", side.actor_count)

    @admin.display(description="contacts")
    def on_the_timeline(self, side: Side) -> SafeString:
        return _link(f"{reverse('timeline')}?side={side.slug}", "on the timeline")


class AliasInline(admin.TabularInline):
    model = Alias
    extra = 1
    readonly_fields = ("from_registry",)


class RoleInline(admin.TabularInline):
    model = Role
    fk_name = "actor"
    extra = 0
    autocomplete_fields = ("organisation",)


class ActorContactInline(admin.TabularInline):
    """The contacts somebody took part in, to be looked at, not changed, from here."""

    model = Participation
    verbose_name_plural = "contacts"
    fields = ("contact_link", "role", "title")
    readonly_fields = fields
    extra = 0
    max_num = 0
    can_delete = False
    show_change_link = False
    #: somebody with thousands of contacts still has a page that opens
    most = 50

    def get_queryset(self, request: HttpRequest) -> QuerySet[Participation]:
        assert request.resolver_match
        actor = int(request.resolver_match.kwargs.get("object_id") or 0)
        newest = Participation.objects.filter(actor=actor).order_by("-earliest").values_list("pk", flat=True)
        rows = super().get_queryset(request).filter(pk__in=list(newest[: self.most])).order_by("-earliest")
        return rows.select_related("actor").prefetch_related(
            "contact__participations__actor", "contact__sides"
        )

    @admin.display(description="contact (the newest 50)")
    def contact_link(self, participation: Participation) -> SafeString:
        contact = participation.contact
        return _link(
            reverse("admin:timeline_contact_change", args=[contact.pk]),
            f"{date_in_words(contact)}: {contact_title(contact)}",
        )


@admin.register(Actor)
class ActorAdmin(admin.ModelAdmin):
    list_display = ("name", "side", "kind", "standing", "contact_count", "edited_by_hand", "page")
    list_filter = ("standing", "kind", "side", "edited_by_hand")
    list_select_related = ("side",)
    search_fields = ("name", "key", "aliases__text")
    autocomplete_fields = ("side",)
    inlines = (AliasInline, RoleInline, ActorContactInline)
    actions = ("put_on_the_list",)
    save_on_top = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Actor]:
        return super().get_queryset(request).annotate(contact_count=Count("participations", distinct=True))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """What a person changed is not taken back when the registry is loaded again, unless they say so."""
        super().save_related(request, form, formsets, change)
        changed = form.has_changed() or any(formset.has_changed() for formset in formsets)
        if changed and "edited_by_hand" not in form.changed_data:
            form.instance.edited_by_hand = True
        if changed:
            # Articles are read with the names as they are now.
            form.instance.revision += 1
            form.instance.save(update_fields=["edited_by_hand", "revision"])

    @admin.display(description="contacts", ordering="contact_count")
    def contact_count(self, actor: Any) -> int:
        return actor.contact_count

    @admin.display(description="page")
    def page(self, actor: Actor) -> SafeString:
        return _link(reverse("actor", args=[actor.key]), "page")

    @admin.action(description="Put the chosen actors on the list")
    def put_on_the_list(self, request: HttpRequest, actors: QuerySet[Actor]) -> None:
        number = actors.update(standing=Actor.Standing.LISTED, edited_by_hand=True)
        self.message_user(request, f"{number} actor{'s' if number != 1 else ''} put on the list.")

    def view_on_site(self, obj: Actor) -> str:
        return reverse("actor", args=[obj.key])


class ParticipationInline(admin.TabularInline):
    model = Participation
    extra = 0
    fields = ("actor", "side", "role", "title")
    autocomplete_fields = ("actor", "side")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Participation]:
        return super().get_queryset(request).select_related("actor", "side")


class ConflictFilter(admin.SimpleListFilter):
    """Contacts on whose fields the sources differ."""

    title = "sources"
    parameter_name = "conflict"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "differ on a field"), ("no", "agree")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Contact]) -> QuerySet[Contact]:
        if self.value() == "yes":
            return queryset.exclude(conflicts=[])
        return queryset.filter(conflicts=[]) if self.value() == "no" else queryset


@admin.register(Contact)
class ContactAdmin(admin.ModelAdmin):
    list_display = (
        "title",
        "when",
        "kind",
        "status",
        "place",
        "article_count",
        "origin_count",
        "confidence",
        "page",
    )
    list_filter = ("kind", "status", ConflictFilter, "sides", "country")
    date_hierarchy = "earliest"
    search_fields = ("public_id", "place", "search_text")
    readonly_fields = ("public_id", "article_count", "origin_count", "conflicts", "changed_at", "sources")
    filter_horizontal = ("sides",)
    inlines = (ParticipationInline,)
    save_on_top = True
    fieldsets = (
        (
            None,
            {
                "fields": (("kind", "status"), ("date_edtf", "earliest", "latest"), ("place", "country")),
                "description": "Put together from what the articles say; reading one again does so anew.",
            },
        ),
        ("Who and what", {"fields": ("sides", "topics")}),
        ("Where it comes from", {"fields": (("article_count", "origin_count"), "confidence", "sources")}),
        ("Kept by the program", {"fields": (("public_id", "changed_at"), "conflicts")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Contact]:
        return super().get_queryset(request).defer("search_text").prefetch_related(*TITLE_PREFETCH)

    @admin.display(description="contact")
    def title(self, contact: Contact) -> str:
        return contact_title(contact)

    @admin.display(description="date", ordering="earliest")
    def when(self, contact: Contact) -> str:
        return date_in_words(contact)

    @admin.display(description="page")
    def page(self, contact: Contact) -> SafeString:
        return _link(reverse("contact", args=[contact.public_id]), "page")

    @admin.display(description="articles that tell it")
    def sources(self, contact: Contact) -> SafeString:
        rows = (
            (article_url(mention), mention.article, mention.article.published or "not dated")
            for mention in mentions_of(contact)
        )
        return format_html_join(SafeString("<br>"), '<a href="{}"><bdi>{}</bdi></a> ({})', rows)

    def view_on_site(self, obj: Contact) -> str:
        return reverse("contact", args=[obj.public_id])


@admin.register(ContactRedirect)
class ContactRedirectAdmin(admin.ModelAdmin):
    list_display = ("old_public_id", "contact", "page")
    list_select_related = ("contact",)
    search_fields = ("old_public_id", "contact__public_id")
    autocomplete_fields = ("contact",)

    @admin.display(description="leads to")
    def page(self, redirect: ContactRedirect) -> SafeString:
        return _link(reverse("contact", args=[redirect.contact.public_id]), redirect.contact.public_id)


@admin.register(SavedView)
class SavedViewAdmin(admin.ModelAdmin):
    list_display = ("name", "position", "is_default", "query", "on_the_timeline")
    list_editable = ("position", "is_default")
    search_fields = ("name", "query")
    prepopulated_fields = {"slug": ("name",)}

    @admin.display(description="timeline")
    def on_the_timeline(self, view: SavedView) -> SafeString:
        return _link(f"{reverse('timeline')}?{view.query}", "open")


@admin.register(LoadedFile)
class LoadedFileAdmin(admin.ModelAdmin):
    """Which state of the registry was loaded; to load it again, remove the row and start anew."""

    list_display = ("name", "loaded_at", "sha256")
    readonly_fields = ("name", "sha256", "loaded_at")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


def _link(address: str, words: object) -> SafeString:
    return format_html('<a href="{}">{}</a>', address, words)


class AnchorInline(admin.TabularInline):
    model = Anchor
    extra = 0
    can_delete = False


@admin.register(Decision)
class DecisionAdmin(admin.ModelAdmin):
    """The ledger, to be read: decisions are made and undone on the contact's page, and none is ever lost."""

    list_display = ("made_at", "verb", "author_name", "reason", "undone_at", "undone_by_name")
    list_filter = ("verb", "author_name")
    search_fields = ("reason", "author_name")
    date_hierarchy = "made_at"
    inlines = (AnchorInline,)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Decision | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Decision | None = None) -> bool:
        return False
