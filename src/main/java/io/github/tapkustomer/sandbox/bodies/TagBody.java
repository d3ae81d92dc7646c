package io.github.tapkustomer.sandbox.bodies;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.record.Body;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.record.Words;

/** A label; conversations and customers have its id. */
final class TagBody implements Body {

  @Override
  public void attributes(JsonOut out, Subject it) {
    String topic = Words.TOPICS.get(it.ordinal() % Words.TOPICS.size());
    out.text("name", topic + " " + it.ordinal() / Words.TOPICS.size());
    out.text("color", it.dice().maybe("#4fd1c5", "#f6ad55"));
    out.time("createdAt", it.createdAt()).time("updatedAt", it.updatedAt());
    out.time("modifiedAt", it.updatedAt());
  }
}
