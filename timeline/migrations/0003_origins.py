from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("timeline", "0002_loaded_file"),
    ]

    operations = [
        migrations.AddField(
            model_name="contact",
            name="origins",
            field=models.JSONField(blank=True, default=list),
        ),
    ]
