from django.db import migrations, models

from timeline.merge.sketch import sketch_of

BATCH = 200


def sketch_texts(apps, schema_editor):
    articles = apps.get_model("articles", "Article").objects
    batch = []
    for article in articles.exclude(text="").only("pk", "text").iterator(chunk_size=BATCH):
        article.sketch = sketch_of(article.text)
        batch.append(article)
        if len(batch) == BATCH:
            articles.bulk_update(batch, ["sketch"])
            batch = []
    articles.bulk_update(batch, ["sketch"])


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0006_opening"),
    ]

    operations = [
        migrations.AddField(
            model_name="article",
            name="sketch",
            field=models.BinaryField(
                default=b"", editable=False, help_text="By which nearly the same text is known again."
            ),
        ),
        migrations.RunPython(sketch_texts, migrations.RunPython.noop),
    ]
