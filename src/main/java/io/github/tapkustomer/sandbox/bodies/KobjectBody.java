package io.github.tapkustomer.sandbox.bodies;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.record.Body;
import io.github.tapkustomer.sandbox.record.CustomAttributes;
import io.github.tapkustomer.sandbox.record.Relations;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.record.Words;
import io.github.tapkustomer.sandbox.store.Dice;
import io.github.tapkustomer.sandbox.store.Kind;
import io.github.tapkustomer.sandbox.store.Klass;

/** An object of a custom klass, such as an order. */
final class KobjectBody implements Body {

  @Override
  public void attributes(JsonOut out, Subject it) {
    Dice dice = it.dice();
    Klass klass = klass(it);
    int conversation = Population.firstConversationOf(Population.customerOfKobject(it.ordinal()));
    out.text("title", klass.displayName() + " " + (10_000 + it.ordinal()));
    out.text("description", dice.oneIn(2) ? null : Words.sentences(dice, 1));
    out.text("externalId", klass.apiName() + "-" + it.ordinal()).text("icon", klass.icon());
    out.text("klassDisplayName", klass.displayName()).texts("klassMixins", "editable", "creatable");
    out.openList("images").closeList().texts("tags", it.tag());
    out.time("createdAt", it.createdAt()).time("updatedAt", it.updatedAt());
    out.number("rev", it.revision()).openList("roleGroupVersions").closeList();
    if (klass.equals(Klass.RETURN)) {
      out.text("status", it.fresh().pick("open", "done")).text("assignedUser", it.user());
      out.text("queue", it.idOf(Kind.QUEUE, it.ordinal() % Population.QUEUES));
      out.number("doneCount", 1).number("reopenCount", 0);
      out.open("firstDone").number("time", dice.below(90_000)).time("createdAt", it.minutesIn(60));
      out.text("createdBy", it.user()).number("commentCount", 0).close();
    }
    if (dice.oneIn(3)) {
      out.open("attribution").text("conversationId", it.idOf(Kind.CONVERSATION, conversation));
      out.text("attributionBy", "agent").number("time", dice.below(9_000));
      out.hundredths("revenueValue", dice.below(90_000)).text("currency", "EUR").close();
    } else {
      out.none("attribution");
    }
    CustomAttributes.write(out, it);
  }

  private static Klass klass(Subject it) {
    return requireNonNull(it.version().klass());
  }

  @Override
  public void relationships(Relations relations, Subject it) {
    int customer = Population.customerOfKobject(it.ordinal());
    relations.toKlass(klass(it)).to("customer", Kind.CUSTOMER, customer);
    if (klass(it).equals(Klass.RETURN)) {
      relations.to("queue", Kind.QUEUE, it.ordinal() % Population.QUEUES);
    } else {
      relations.linksOnly("company");
    }
  }
}
