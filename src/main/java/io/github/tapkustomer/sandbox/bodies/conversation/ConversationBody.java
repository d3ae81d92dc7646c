package io.github.tapkustomer.sandbox.bodies.conversation;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.ConversationCourse;
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
    ConversationCourse course = Courses.of(it);
    Dice dice = it.dice();
    long until = it.updatedAt();
    String channel = Words.CHANNELS.get(course.channel());
    String topic = dice.pick(Words.TOPICS);
    String status = course.status(until);
    int messages = course.messages(until);
    int sent = course.isAnswered(until) ? 1 : 0;
    out.text("name", dice.oneIn(6) ? null : topic).texts("channels", channel);
    out.text("status", status).text("phase", dice.maybe("initial", "resolution"));
    out.number("messageCount", messages).number("noteCount", 1 - it.ordinal() % 2);
    out.number("inboundMessageCount", messages - sent).number("outboundMessageCount", sent);
    out.text("preview", Words.sentences(dice, dice.between(1, 4))).text("direction", "in");
    out.text("externalId", dice.oneIn(2) ? null : "ticket-" + it.ordinal());
    out.none("externalQueue")
        .text("replyChannel", channel)
        .number("priority", priority(it, course));
    out.text("defaultLang", dice.pick("en_us", "de")).text("locale", dice.maybe("en_us"));
    out.flag("spam", dice.oneIn(50)).flag("ended", status.equals("done"));
    if (status.equals("done")) {
      out.time("endedAt", lastDone(course, until)).text("endedReason", "manual");
      out.text("endedByType", "user");
    } else {
      out.none("endedAt");
    }
    out.time("createdAt", it.createdAt()).time("updatedAt", until).time("modifiedAt", until);
    long lastMessage = course.messageAt(messages - 1);
    out.time("lastActivityAt", until).time("lastMessageAt", lastMessage);
    out.time("lastReceivedAt", course.isOutgoing(messages - 1) ? it.createdAt() : lastMessage);
    out.texts("tags", it.tag(), it.tag());
    assigned(out, it, course);
    out.openList("suggestedTags").open().text("tag", it.tag());
    out.hundredths("confidence", dice.below(100)).close().closeList();
    out.openList("suggestedShortcuts").open().text("shortcutId", it.shortcut());
    out.hundredths("confidence", dice.below(100)).close().closeList();
    out.open("sentiment").hundredths("confidence", dice.below(100));
    out.number("polarity", dice.between(-1, 1)).close();
    ConversationMessages.write(out, it, course, channel, topic);
    ConversationHistory.write(out, it, course, channel);
    SatisfactionBodies.level(out, it, course);
    out.openList("skills").closeList().openList("predictions").closeList();
    out.openList("roleGroupVersions").closeList().openList("accessOverride").closeList();
    out.openList("matchedTimeBasedRules").closeList().openList("linkedConversations").closeList();
    out.open("firstCompany").close().flag("mergedTarget", false).number("rev", it.revision());
    CustomAttributes.write(out, it);
  }

  /** Set at the creation, and again by each later change. */
  private static int priority(Subject it, ConversationCourse course) {
    return it.revision() == 1 ? course.priority() : it.fresh().between(1, 5);
  }

  private static void assigned(JsonOut out, Subject it, ConversationCourse course) {
    long until = it.updatedAt();
    out.openList("assignedUsers");
    if (course.acceptedAt() <= until) {
      out.text(it.idOf(Kind.USER, course.agent()));
    }
    out.closeList().openList("assignedTeams");
    if (course.routedAt() <= until) {
      out.text(it.idOf(Kind.TEAM, course.team()));
    }
    out.closeList();
  }

  private static long lastDone(ConversationCourse course, long until) {
    var resolutions = course.resolutions(until);
    return resolutions.get(resolutions.size() - 1).doneAt();
  }

  @Override
  public void relationships(Relations relations, Subject it) {
    int customer = Population.customerOfConversation(it.ordinal());
    relations.to("customer", Kind.CUSTOMER, customer).linksOnly("messages").madeBy();
    relations.to("brand", Kind.BRAND, it.ordinal() % Population.BRANDS);
    relations.to("queue", Kind.QUEUE, it.ordinal() % Population.QUEUES);
    if (ConversationSla.isMatched(it.ordinal())) {
      int sla = ConversationSla.of(it.ordinal());
      relations.to("sla", Kind.SLA, sla).to("slaVersion", Kind.SLA_VERSION, sla * 2 + 1);
    }
    ConversationCourse course = Courses.of(it);
    if (course.status(it.updatedAt()).equals("done")) {
      relations.to("endedBy", Kind.USER, course.agent());
    } else if (it.ordinal() % 5 == 0) {
      relations.toNothing("endedBy");
    }
  }
}
