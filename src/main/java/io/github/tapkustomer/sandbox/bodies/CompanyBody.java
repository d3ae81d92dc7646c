package io.github.tapkustomer.sandbox.bodies;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.record.Body;
import io.github.tapkustomer.sandbox.record.CustomAttributes;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.record.Words;
import io.github.tapkustomer.sandbox.store.Dice;

/** The firm that a customer works for. */
final class CompanyBody implements Body {

  @Override
  public void attributes(JsonOut out, Subject it) {
    Dice dice = it.dice();
    String name = dice.pick(Words.LAST_NAMES);
    String email = Words.email("office", it.ordinal());
    out.text("name", name + " & Co").text("externalId", "F-" + it.ordinal());
    out.time("createdAt", it.createdAt()).time("updatedAt", it.updatedAt());
    out.time("modifiedAt", it.updatedAt()).texts("tags", it.tag());
    out.openList("domains").open().text("domain", "c" + it.ordinal() + ".example.com").close();
    out.closeList().openList("emails").open().text("type", "work").text("email", email);
    out.flag("verified", true).close().closeList();
    out.openList("phones").open().text("type", "work").text("phone", Words.phone(dice));
    out.flag("verified", false).close().closeList();
    out.openList("whatsapps").closeList().openList("socials").closeList().openList("urls");
    out.open().text("type", "website").text("url", "https://www.example.org").close().closeList();
    out.openList("locations").open().text("type", "work").text("name", "Head office");
    out.hundredths("latitude", 5_137).none("longitude").close().closeList();
    out.openList("roleGroupVersions").closeList().number("rev", it.revision());
    CustomAttributes.write(out, it);
  }
}
