package io.github.tapkustomer.sandbox;

/** The knowledge base. */
final class KnowledgeBodies {
  private KnowledgeBodies() {}

  static void article(JsonOut out, Subject it) {
    String title = Words.TOPICS[it.ordinal() % Words.TOPICS.length] + "?";
    out.text("title", title).text("slug", "article-" + it.ordinal()).text("lang", "en_us");
    out.text("htmlBody", "<p>" + Words.sentences(it.dice(), 3) + "</p>");
    out.text("status", it.ordinal() % 8 == 0 ? "draft" : "published").number("version", 1);
    out.texts("tags").text("scope", "public");
    SettingsBodies.times(out, it);
    out.time("publishedAt", it.minutesIn(60));
  }

  static void ofArticle(Relations relations, Subject it) {
    relations.madeBy().toMany("categories", Kind.CATEGORY, it.ordinal() % Population.CATEGORIES);
  }

  static void category(JsonOut out, Subject it) {
    out.text("title", "Chapter " + (1 + it.ordinal())).text("slug", "chapter-" + it.ordinal());
    out.none("description").number("positions", it.ordinal());
    SettingsBodies.times(out, it);
  }
}
