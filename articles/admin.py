"""The tables of articles as operators search and mend them."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles import door, queue
from articles.models import Article, Collection, Evidence, Mention, Outlet


class _EvidenceInline(admin.TabularInline):
    model = Evidence
    fields = ("field", "quote", "of", "derivation", "start", "end")
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class _MentionInline(admin.TabularInline):
    model = Mention
    fields = ("index", "kind", "status", "date_edtf", "place", "contact", "confidence")
    readonly_fields = fields
    show_change_link = True
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin):
    """What was read is shown and not edited: text and evidence belong together."""

    list_display = [
        "__str__",
        "state",
        "told",
        "language",
        "outlet",
        "published",
        "published_from",
        "received_at",
    ]
    list_filter = [
        "state",
        "language",
        "collection",
        "published_from",
        ("outlet", admin.RelatedOnlyFieldListFilter),
    ]
    search_fields = ["title", "file_name", "text", "url", "sha256"]
    date_hierarchy = "received_at"
    list_select_related = ["outlet"]
    list_per_page = 50
    autocomplete_fields = ["outlet"]
    inlines = [_MentionInline]
    actions = ["read_again"]
    readonly_fields = [
        "page",
        "public_id",
        "file_name",
        "media_type",
        "sha256",
        "state",
        "reason",
        "attempts",
        "lease_until",
        "received_at",
        "read_at",
        "duplicate_of",
        "contributor",
        "language",
        "text_sha256",
        "text",
        "shown",
        "given",
    ]
    exclude = ["original"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return super().get_queryset(request).annotate(mention_count=Count("mentions"))

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Articles come in by the door only."""
        return False

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        door.remove(Article.objects.filter(pk__in=queryset.values("pk")))

    def delete_model(self, request: HttpRequest, obj: Article) -> None:
        door.remove(Article.objects.filter(pk=obj.pk))

    @admin.display(description="contacts told", ordering="mention_count")
    def told(self, article: Article) -> int:
        return getattr(article, "mention_count", 0)

    @admin.display(description="page")
    def page(self, article: Article) -> SafeString:
        return format_html(
            '<a href="{}">The article with its evidence</a>', reverse("article", args=[article.public_id])
        )

    @admin.action(description="Read again")
    def read_again(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        queue.put_back(Article.objects.filter(pk__in=queryset.values("pk")))
        self.message_user(request, "They are queued.")


@admin.register(Mention)
class MentionAdmin(admin.ModelAdmin):
    """What one article says of one contact, with the words that say it."""

    list_display = [
        "__str__",
        "kind",
        "status",
        "date_edtf",
        "place",
        "contact",
        "article_link",
        "confidence",
    ]
    list_filter = ["kind", "status", "reader", "article__language", "country"]
    search_fields = ["article__title", "article__file_name", "place", "participants", "evidence__quote"]
    date_hierarchy = "earliest"
    list_select_related = ["article", "contact"]
    list_per_page = 50
    raw_id_fields = ["article", "contact"]
    inlines = [_EvidenceInline]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.display(description="article", ordering="article__title")
    def article_link(self, mention: Mention) -> SafeString:
        address = reverse("admin:articles_article_change", args=[mention.article_id])
        return format_html('<a href="{}">{}</a>', address, mention.article)


@admin.register(Evidence)
class EvidenceAdmin(admin.ModelAdmin):
    """Searched by its words; never edited, since the text says it."""

    list_display = ["quote", "field", "of", "derivation", "mention_link", "start", "end"]
    list_filter = ["field", "mention__article__language"]
    search_fields = ["quote", "of", "derivation"]
    list_select_related = ["mention__article"]
    list_per_page = 50

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description="mention")
    def mention_link(self, evidence: Evidence) -> SafeString:
        address = reverse("admin:articles_mention_change", args=[evidence.mention_id])
        return format_html('<a href="{}">{}</a>', address, evidence.mention)


@admin.register(Outlet)
class OutletAdmin(admin.ModelAdmin):
    """An outlet edited here is left alone when the registry is loaded again."""

    list_display = ["name", "kind", "country", "domain", "articles_read", "edited_by_hand"]
    list_filter = ["kind", "country", "edited_by_hand"]
    search_fields = ["name", "key", "domain", "aliases"]
    prepopulated_fields = {"key": ["name"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Outlet]:
        return super().get_queryset(request).annotate(article_count=Count("articles"))

    def save_model(self, request: HttpRequest, obj: Outlet, form: Any, change: bool) -> None:
        obj.edited_by_hand = True
        super().save_model(request, obj, form, change)

    @admin.display(description="articles", ordering="article_count")
    def articles_read(self, outlet: Outlet) -> SafeString:
        address = reverse("admin:articles_article_changelist")
        return format_html(
            '<a href="{}?outlet__id__exact={}">{}</a>',
            address,
            outlet.pk,
            getattr(outlet, "article_count", 0),
        )


@admin.register(Collection)
class CollectionAdmin(admin.ModelAdmin):
    """Removing a collection takes its articles and what only they told along."""

    list_display = ["name", "slug", "size", "created_at"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Collection]:
        return super().get_queryset(request).annotate(article_count=Count("articles"))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Collection]) -> None:
        for collection in queryset:
            door.remove_collection(collection)

    def delete_model(self, request: HttpRequest, obj: Collection) -> None:
        door.remove_collection(obj)

    @admin.display(description="articles", ordering="article_count")
    def size(self, collection: Collection) -> SafeString:
        address = reverse("admin:articles_article_changelist")
        return format_html(
            '<a href="{}?collection__id__exact={}">{}</a>',
            address,
            collection.pk,
            getattr(collection, "article_count", 0),
        )
