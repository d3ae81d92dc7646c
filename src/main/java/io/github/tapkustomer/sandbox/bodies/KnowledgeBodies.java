package io.github.tapkustomer.sandbox.bodies;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.record.Relations;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.record.Words;
import io.github.tapkustomer.sandbox.store.Kind;

/** The knowledge base. */
final class KnowledgeBodies {
  private KnowledgeBodies() {}

  static void article(JsonOut out, Subject it) {
    String title = Words.TOPICS.get(it.ordinal() % Words.TOPICS.size()) + "?";
    out.text("title", title).text("hash", "article-" + it.ordinal());
    out.text("metaDescription", Words.sentences(it.dice(), 3)).texts("metaKeywords");
    out.text("status", it.ordinal() % 8 == 0 ? "draft" : "published");
    out.texts("tags").text("scope", "public");
    it.times(out);
    out.time("publishedAt", it.minutesIn(60));
  }

  static void ofArticle(Relations relations, Subject it) {
    relations.madeBy().toMany("categories", Kind.CATEGORY, it.ordinal() % Population.CATEGORIES);
  }

  static void category(JsonOut out, Subject it) {
    out.text("hash", "chapter-" + it.ordinal()).flag("published", true);
    out.flag("root", it.ordinal() == 0).texts("positions").texts("categoryPositions");
    it.times(out);
  }

  static void tag(JsonOut out, Subject it) {
    out.text("name", "topic-" + it.ordinal());
    it.times(out);
  }

  static void knowledgeBase(JsonOut out, Subject it) {
    out.text("name", it.ordinal() == 0 ? "Help center" : "Internal").flag("enabled", true);
    out.text("hash", "base-" + it.ordinal()).text("defaultLang", "en_us");
    it.times(out);
  }

  static void ofKnowledgeBase(Relations relations, Subject it) {
    relations.madeBy().to("brand", Kind.BRAND, it.ordinal() % Population.BRANDS);
  }
}
