package io.github.tapkustomer.sandbox.bodies.conversation;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.record.Body;
import io.github.tapkustomer.sandbox.record.CustomAttributes;
import io.github.tapkustomer.sandbox.record.Relations;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.record.Words;
import io.github.tapkustomer.sandbox.store.Dice;
import io.github.tapkustomer.sandbox.store.Kind;

/** A conversation, the widest record of all: 4 to 5 kB. */
public final class ConversationBody implements Body {

  @Override
  public void attributes(JsonOut out, Subject it) {
    Dice dice = it.dice();
    Dice fresh = it.fresh();
    String channel = dice.pick(Words.CHANNELS);
    String topic = dice.pick(Words.TOPICS);
    String status = fresh.pick("open", "done", "done", "snoozed");
    out.text("name", dice.oneIn(6) ? null : topic).texts("channels", channel);
    out.text("status", status).text("phase", dice.pick(null, "initial", "resolution"));
    out.number("messageCount", 3).number("noteCount", dice.below(2));
    out.number("inboundMessageCount", 2).number("outboundMessageCount", 1);
    out.text("preview", Words.sentences(dice, dice.between(1, 4)))
        .text("direction", dice.pick("in", "out"));
    out.text("externalId", dice.oneIn(2) ? null : "ticket-" + it.ordinal());
    out.none("externalQueue").text("replyChannel", channel).number("priority", fresh.between(1, 5));
    out.text("defaultLang", dice.pick("en_us", "de")).text("locale", dice.pick(null, "en_us"));
    out.flag("spam", dice.oneIn(50)).flag("ended", status.equals("done"));
    if (status.equals("done")) {
      out.time("endedAt", it.updatedAt()).text("endedReason", "manual").text("endedByType", "user");
    } else {
      out.none("endedAt");
    }
    out.time("createdAt", it.createdAt()).time("updatedAt", it.updatedAt());
    out.time("modifiedAt", it.updatedAt()).time("lastActivityAt", it.minutesIn(1300));
    out.time("lastReceivedAt", it.minutesIn(1200)).time("lastMessageAt", it.minutesIn(1250));
    out.texts("tags", it.tag(), it.tag()).texts("assignedUsers", it.user());
    out.texts("assignedTeams", it.team());
    out.openList("suggestedTags").open().text("tag", it.tag());
    out.hundredths("confidence", dice.below(100)).close().closeList();
    out.openList("suggestedShortcuts").open().text("shortcutId", it.shortcut());
    out.hundredths("confidence", dice.below(100)).close().closeList();
    out.open("sentiment").hundredths("confidence", dice.below(100));
    out.number("polarity", dice.between(-1, 1)).close();
    ConversationMessages.write(out, it, channel, topic);
    ConversationHistory.write(out, it, status, channel);
    satisfaction(out, it);
    out.openList("skills").closeList().openList("predictions").closeList();
    out.openList("roleGroupVersions").closeList().openList("accessOverride").closeList();
    out.openList("matchedTimeBasedRules").closeList().openList("linkedConversations").closeList();
    out.open("firstCompany").close().flag("mergedTarget", false).number("rev", it.revision());
    CustomAttributes.write(out, it);
  }

  /** Rated conversations name the answer that {@code satisfaction-responses} serves. */
  private static void satisfaction(JsonOut out, Subject it) {
    Dice dice = it.dice();
    out.open("satisfactionLevel").openList("sentByTeams").text(it.team()).closeList();
    out.openList("answers").closeList();
    if (isRated(it.ordinal())) {
      int rating = rating(it.ordinal());
      out.text("status", "rated").text("channel", "email").number("rating", rating);
      out.text("form", it.idOf(Kind.SATISFACTION, dice.below(Population.FORMS)));
      out.text("formResponse", it.idOf(Kind.SATISFACTION_RESPONSE, it.ordinal()));
      out.number("score", rating * 20L).text("sentBy", it.user()).text("firstAnswer", "Fine");
      out.time("scheduledFor", it.minutesIn(1400)).time("createdAt", it.minutesIn(1400));
      out.time("sentAt", it.minutesIn(1410)).time("updatedAt", it.minutesIn(1500));
    } else {
      out.text("status", dice.pick("offered", "unresponded", "scheduled", "canceled"));
    }
    out.close();
    if (dice.oneIn(3)) {
      out.hundredths("satisfaction", dice.between(100, 500));
    }
  }

  public static boolean isRated(int ordinal) {
    return ordinal % 7 == 0;
  }

  static int rating(int ordinal) {
    return 1 + ordinal / 7 % 5;
  }

  @Override
  public void relationships(Relations relations, Subject it) {
    int customer = Population.customerOfConversation(it.ordinal());
    relations.to("customer", Kind.CUSTOMER, customer).linksOnly("messages").madeBy();
    relations.to("brand", Kind.BRAND, it.ordinal() % Population.BRANDS);
    relations.to("queue", Kind.QUEUE, it.ordinal() % Population.QUEUES);
    if (it.ordinal() % 3 == 0) {
      int sla = it.ordinal() % Population.SLAS;
      relations.to("sla", Kind.SLA, sla).to("slaVersion", Kind.SLA_VERSION, sla * 2 + 1);
    }
    if (it.ordinal() % 5 == 0) {
      relations.toNothing("endedBy");
    }
  }
}
