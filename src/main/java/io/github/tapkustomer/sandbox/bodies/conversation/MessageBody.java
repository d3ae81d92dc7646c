package io.github.tapkustomer.sandbox.bodies.conversation;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.BusinessHours;
import io.github.tapkustomer.sandbox.organization.ConversationCourse;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.record.Body;
import io.github.tapkustomer.sandbox.record.CustomAttributes;
import io.github.tapkustomer.sandbox.record.Relations;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.record.Words;
import io.github.tapkustomer.sandbox.store.Dice;
import io.github.tapkustomer.sandbox.store.Kind;

/** One message of a conversation; the three of each go in, out and in. */
public final class MessageBody implements Body {

  @Override
  public void attributes(JsonOut out, Subject it) {
    Dice dice = it.dice();
    int number = it.ordinal() % Population.MESSAGES_PER_CONVERSATION;
    ConversationCourse course = course(it);
    boolean outgoing = course.isOutgoing(number);
    String channel = Words.CHANNELS.get(course.channel());
    out.text("externalId", dice.oneIn(2) ? null : "m-" + it.ordinal()).text("channel", channel);
    out.text("app", dice.pick("postmark", "chat", "twilio")).number("size", dice.below(4000));
    out.text("direction", outgoing ? "out" : "in");
    out.text(
        "directionType", outgoing ? "response-out" : number == 0 ? "initial-in" : "followup-in");
    out.text("preview", Words.sentences(dice, dice.between(1, 5)));
    out.text("subject", channel.equals("email") ? dice.pick(Words.TOPICS) : null);
    if (dice.oneIn(2)) {
      out.open("sentiment").hundredths("confidence", dice.below(100));
      out.number("polarity", dice.between(-1, 1)).close();
    }
    meta(out, it, channel);
    out.text("status", outgoing ? "sent" : "received").time("sentAt", it.createdAt());
    out.time("createdAt", it.createdAt()).time("updatedAt", it.updatedAt());
    out.time("modifiedAt", it.updatedAt()).text("lang", dice.maybe("en_us", "de"));
    if (outgoing) {
      long asked = it.createdAt() - (course.secondMessageAt() - course.createdAt());
      out.number("responseTime", it.createdAt() - asked);
      out.number("responseBusinessTime", BusinessHours.between(asked, it.createdAt()));
      out.texts("createdByTeams", it.idOf(Kind.TEAM, course.team()));
    }
    out.texts("assignedTeams", it.idOf(Kind.TEAM, course.team()));
    out.texts("assignedUsers", it.idOf(Kind.USER, course.agent()));
    out.flag("auto", dice.oneIn(12)).flag("redacted", false).number("rev", it.revision());
    out.openList("reactions").closeList().open("firstDelivered");
    out.time("timestamp", it.minutesIn(1)).text("clientType", "web").close();
    out.open("firstRead").close();
    CustomAttributes.write(out, it);
  }

  /** Its times count from zero: a message does not know when its conversation began. */
  private static ConversationCourse course(Subject it) {
    return Courses.of(it, Population.conversationOfMessage(it.ordinal()), 0);
  }

  /** The content depends on the channel, and so does the type of {@code to}. */
  private static void meta(JsonOut out, Subject it, String channel) {
    Dice dice = it.dice();
    out.open("meta");
    if (channel.equals("email")) {
      out.text("from", Words.email("customer", it.ordinal())).none("inReplyTo");
      out.openList("to").open().text("email", "help@shop.example.com").none("name").close();
      out.closeList().openList("cc").closeList().openList("bcc").closeList();
      out.open("recipient").text("email", "help@shop.example.com").text("mailboxHash", "").close();
    } else if (channel.equals("voice")) {
      out.text("from", Words.phone(dice)).text("to", "+15550100").time("placedAt", it.createdAt());
      out.time("answeredAt", it.minutesIn(1)).time("endedAt", it.minutesIn(9));
      out.none("externalRecordingUrl").text("status", "completed");
    } else {
      out.text("from", Words.phone(dice)).open("to").text("contact", "+15550100").close();
    }
    out.close();
  }

  @Override
  public void relationships(Relations relations, Subject it) {
    int conversation = Population.conversationOfMessage(it.ordinal());
    int customer = Population.customerOfConversation(conversation);
    relations.to("customer", Kind.CUSTOMER, customer);
    relations.to("conversation", Kind.CONVERSATION, conversation);
    ConversationCourse course = course(it);
    if (course.isOutgoing(it.ordinal() % Population.MESSAGES_PER_CONVERSATION)) {
      relations.to("createdBy", Kind.USER, course.agent());
      relations.to("modifiedBy", Kind.USER, course.agent());
    } else {
      relations.madeBy();
    }
    if (hasAttachment(it.ordinal())) {
      relations.toMany("attachments", Kind.ATTACHMENT, it.ordinal());
      relations.toMany("shortcuts", Kind.SHORTCUT, it.ordinal() % Population.SHORTCUTS, 1);
    } else {
      relations.linksOnly("attachments");
    }
  }

  public static boolean hasAttachment(int ordinal) {
    return ordinal % 6 == 0;
  }

  public static void attachment(JsonOut out, Subject it) {
    out.text("name", "photo-" + it.ordinal() + ".jpg").text("contentType", "image/jpeg");
    out.number("contentLength", it.dice().between(10_000, 900_000)).flag("redacted", false);
  }

  public static void ofAttachment(Relations relations, Subject it) {
    relations.to("message", Kind.MESSAGE, it.ordinal());
  }
}
