package io.github.tapkustomer.sandbox.bodies.conversation;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.ConversationCourse;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.record.Words;
import io.github.tapkustomer.sandbox.store.Kind;

/** What a conversation says about its first and last messages. */
final class ConversationMessages {
  private ConversationMessages() {}

  static void write(
      JsonOut out, Subject it, ConversationCourse course, String channel, String topic) {
    int last = course.messages(it.updatedAt()) - 1;
    int lastIn = course.isOutgoing(last) ? last - 1 : last;
    incoming(out.open("firstMessageIn"), it, course, 0, channel, topic);
    out.text("directionType", "initial-in").open("firstDelivered");
    out.time("timestamp", it.createdAt()).text("clientType", "web");
    out.flag("supportsReadReceipts", it.dice().oneIn(2)).close().close();
    incoming(out.open("lastMessageIn"), it, course, lastIn, channel, topic);
    out.close();
    if (course.isAnswered(it.updatedAt())) {
      outgoing(out.open("firstMessageOut"), it, course);
      out.texts("createdByTeams", it.idOf(Kind.TEAM, course.team())).text("channel", channel);
      out.text("directionType", "response-out").close();
      outgoing(out.open("lastMessageOut"), it, course);
      out.close();
    }
    out.open("lastMessageUnrespondedTo");
    if (!course.isOutgoing(last)) {
      moment(out, it, course, lastIn);
    }
    out.close().none("lastMessageUnrespondedToSinceLastDone");
    out.text("lastMessageDirection", course.isOutgoing(last) ? "out" : "in");
  }

  private static void incoming(
      JsonOut out,
      Subject it,
      ConversationCourse course,
      int message,
      String channel,
      String topic) {
    moment(out, it, course, message);
    out.text("channel", channel).open("meta");
    if (channel.equals("email")) {
      out.text("subject", topic).text("from", Words.email("customer", it.ordinal()));
      out.openList("to").open().text("email", "help@shop.example.com").text("name", "Help");
      out.close().closeList().openList("cc").closeList().openList("bcc").closeList();
      out.open("recipient").text("email", "help@shop.example.com").none("mailboxHash").close();
      out.none("inReplyTo");
    } else {
      out.text("from", Words.phone(it.dice())).text("to", "+15550100");
      out.number("attachmentNum", it.dice().below(3)).none("placedAt");
    }
    out.close();
  }

  private static void outgoing(JsonOut out, Subject it, ConversationCourse course) {
    moment(out, it, course, 1);
    out.text("createdBy", it.idOf(Kind.USER, course.agent()));
  }

  private static void moment(JsonOut out, Subject it, ConversationCourse course, int message) {
    long at = course.messageAt(message);
    int ordinal = Population.firstMessageOf(it.ordinal()) + message;
    out.text("id", it.idOf(Kind.MESSAGE, ordinal)).time("sentAt", at).time("createdAt", at);
  }
}
