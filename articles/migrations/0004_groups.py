"""The groups that an operator puts people into: who may read, who may hand over and correct articles."""

from django.db import migrations

CONTRIBUTORS_MAY = ("add", "change", "view")


def make_groups(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    Group.objects.get_or_create(name="Readers")  # signing in is all that reading takes
    contributors, _ = Group.objects.get_or_create(name="Contributors")
    content_type, _ = ContentType.objects.get_or_create(app_label="articles", model="article")
    for verb in CONTRIBUTORS_MAY:
        # Django makes permissions after the last migration; those it finds it leaves alone.
        permission, _ = Permission.objects.get_or_create(
            content_type=content_type,
            codename=f"{verb}_article",
            defaults={"name": f"Can {verb} article"},
        )
        contributors.permissions.add(permission)


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0003_one_reading_per_text"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
