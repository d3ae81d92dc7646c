package io.github.tapkustomer.sandbox.bodies;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.record.Body;
import io.github.tapkustomer.sandbox.record.Relations;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.record.Words;
import io.github.tapkustomer.sandbox.store.Dice;
import io.github.tapkustomer.sandbox.store.Kind;

/** A canned answer. */
final class ShortcutBody implements Body {

  @Override
  public void attributes(JsonOut out, Subject it) {
    Dice dice = it.dice();
    String text = Words.sentences(dice, 2);
    out.text("name", "Reply " + it.ordinal()).open("draft").text("text", text).close();
    out.open("conversation").open("tags").text("operator", "add").texts("value", it.tag());
    out.close().open("name").text("operator", "set").text("value", dice.pick(Words.TOPICS));
    out.close().open("custom").close().close();
    out.open("payload").open("text").openList("blocks").open().text("key", "a" + it.ordinal());
    out.text("text", text).text("type", "unstyled").number("depth", 0);
    out.openList("inlineStyleRanges").closeList().openList("entityRanges").closeList();
    out.open("data").close().close().closeList().open("entityMap").close().close().close();
    out.time("createdAt", it.createdAt()).time("updatedAt", it.updatedAt());
    out.time("modifiedAt", it.updatedAt()).flag("isPrivate", dice.oneIn(4));
    out.flag("appDisabled", false).number("rev", it.revision());
  }

  @Override
  public void relationships(Relations relations, Subject it) {
    relations.madeBy().toMany("accessUsers", Kind.USER, it.ordinal() % Population.USERS);
  }
}
