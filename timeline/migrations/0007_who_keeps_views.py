"""Reviewers and contributors save, change and remove the named views, which everybody sees."""

from django.db import migrations

VERBS = ("add", "change", "delete", "view")


def permit(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    content_type, _ = ContentType.objects.get_or_create(app_label="timeline", model="savedview")
    reviewers, _ = Group.objects.get_or_create(name="Reviewers")
    contributors, _ = Group.objects.get_or_create(name="Contributors")
    for verb in VERBS:
        # Django makes permissions after the last migration; those it finds it leaves alone.
        permission, _ = Permission.objects.get_or_create(
            content_type=content_type,
            codename=f"{verb}_savedview",
            defaults={"name": f"Can {verb} saved view"},
        )
        reviewers.permissions.add(permission)
        contributors.permissions.add(permission)


class Migration(migrations.Migration):

    dependencies = [
        ("timeline", "0006_actors_and_views"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(permit, migrations.RunPython.noop)]
