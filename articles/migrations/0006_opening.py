from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_mention_position"),
    ]

    operations = [
        migrations.AddField(
            model_name="article",
            name="opening",
            field=models.CharField(
                blank=True,
                editable=False,
                help_text="Its first words: what it is called where it has no headline.",
                max_length=120,
            ),
        ),
    ]
