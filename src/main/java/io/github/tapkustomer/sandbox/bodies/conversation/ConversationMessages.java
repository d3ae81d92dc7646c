package io.github.tapkustomer.sandbox.bodies.conversation;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.record.Words;
import io.github.tapkustomer.sandbox.store.Dice;
import io.github.tapkustomer.sandbox.store.Kind;

/** What a conversation says of its first and last messages. */
final class ConversationMessages {
  private ConversationMessages() {}

  static void write(JsonOut out, Subject it, String channel, String topic) {
    Dice dice = it.dice();
    int first = Population.firstMessageOf(it.ordinal());
    incoming(out.open("firstMessageIn"), it, first, 0, channel, topic);
    out.text("directionType", "initial-in").open("firstDelivered");
    out.time("timestamp", it.minutesIn(1)).text("clientType", "web");
    out.flag("supportsReadReceipts", dice.oneIn(2)).close().close();
    incoming(out.open("lastMessageIn"), it, first + 2, 1200, channel, topic);
    out.close();
    outgoing(out.open("firstMessageOut"), it, first + 1, 17);
    out.openList("createdByTeams").text(it.team()).closeList().text("channel", channel);
    out.text("directionType", "response-out").close();
    outgoing(out.open("lastMessageOut"), it, first + 1, 17);
    out.close();
    if (dice.oneIn(3)) {
      moment(out.open("lastMessageUnrespondedTo"), it, first + 2, 1200);
      out.close().none("lastMessageUnrespondedToSinceLastDone");
    } else {
      out.open("lastMessageUnrespondedTo").close();
    }
    out.text("lastMessageDirection", "in");
  }

  private static void incoming(
      JsonOut out, Subject it, int message, int minutes, String channel, String topic) {
    moment(out, it, message, minutes);
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

  private static void outgoing(JsonOut out, Subject it, int message, int minutes) {
    moment(out, it, message, minutes);
    out.text("createdBy", it.user());
  }

  private static void moment(JsonOut out, Subject it, int message, int minutes) {
    out.text("id", it.idOf(Kind.MESSAGE, message)).time("sentAt", it.minutesIn(minutes));
    out.time("createdAt", it.minutesIn(minutes));
  }
}
