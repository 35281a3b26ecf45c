"""The group that an operator puts reviewers into: they decide on contacts, and hand over and correct articles."""

from django.db import migrations

REVIEWERS_MAY = {
    ("timeline", "decision"): ("add", "change", "view"),
    ("articles", "article"): ("add", "change", "view"),
}


def make_group(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    reviewers, _ = Group.objects.get_or_create(name="Reviewers")
    for (app_label, model), verbs in REVIEWERS_MAY.items():
        content_type, _ = ContentType.objects.get_or_create(app_label=app_label, model=model)
        for verb in verbs:
            # Django makes permissions after the last migration; those it finds it leaves alone.
            permission, _ = Permission.objects.get_or_create(
                content_type=content_type,
                codename=f"{verb}_{model}",
                defaults={"name": f"Can {verb} {model}"},
            )
            reviewers.permissions.add(permission)


class Migration(migrations.Migration):

    dependencies = [
        ("timeline", "0004_decisions"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_group, migrations.RunPython.noop)]
