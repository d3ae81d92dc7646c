package io.github.tapkustomer.sandbox.bodies;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.record.Body;
import io.github.tapkustomer.sandbox.record.CustomAttributes;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.record.Words;
import io.github.tapkustomer.sandbox.store.Dice;
import io.github.tapkustomer.sandbox.store.Kind;

/** An agent, or the machine user behind an API key. */
final class UserBody implements Body {

  @Override
  public void attributes(JsonOut out, Subject it) {
    Dice dice = it.dice();
    String name = dice.pick(Words.FIRST_NAMES) + " " + dice.pick(Words.LAST_NAMES);
    boolean machine = it.ordinal() % 20 == 19;
    out.text("displayName", name).text("name", machine ? "API key " + it.ordinal() : name);
    out.text("userType", machine ? "machine" : "user");
    out.text("email", Words.email(name, it.ordinal())).text("mobile", Words.phone(dice));
    out.texts("roles", "org.user", "org.permission.conversation.read");
    out.texts("roleGroups", it.idOf(Kind.ORG, 1)).none("avatarUrl").flag("isEmailValid", true);
    out.time("createdAt", it.createdAt()).time("updatedAt", it.updatedAt());
    out.time("modifiedAt", it.updatedAt()).time("emailVerifiedAt", it.minutesIn(30));
    out.time("firstEmailVerifiedAt", it.minutesIn(30)).text("verifiedEmailStatus", "verified");
    out.time("firstLoginAt", it.minutesIn(40)).none("mostRecentLoginAt");
    out.open("password").flag("allowNew", true).flag("forceNew", false).close();
    out.text("emailSignature", dice.oneIn(2) ? null : "Kind regards,\n" + name);
    CustomAttributes.write(out, it);
  }
}
