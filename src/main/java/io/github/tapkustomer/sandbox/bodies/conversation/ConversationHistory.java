package io.github.tapkustomer.sandbox.bodies.conversation;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.store.Dice;
import io.github.tapkustomer.sandbox.store.Kind;

/** What a conversation says of how it was handled: responses, closings, times and its SLA. */
final class ConversationHistory {
  private ConversationHistory() {}

  static void write(JsonOut out, Subject it, String status, String channel) {
    Dice dice = it.dice();
    response(out.open("firstResponse"), it);
    out.close();
    if (dice.oneIn(3)) {
      response(out.open("lastResponse"), it);
      out.text("source", "user").close();
    }
    if (dice.oneIn(4)) {
      response(out.open("firstResponseSinceLastDone"), it);
      out.close();
    } else {
      out.open("firstResponseSinceLastDone").close();
    }
    if (status.equals("done")) {
      done(out.open("firstDone"), it, 1100, channel);
      out.open("lastDone").time("createdAt", it.minutesIn(1400)).text("createdBy", it.user());
      out.number("time", dice.below(90_000_000)).number("messageCount", 3).none("source").close();
    } else {
      out.open("firstDone").close().open("lastDone").close();
    }
    out.number("doneCount", status.equals("done") ? 2 : 0);
    out.open("open").time("statusAt", it.minutesIn(3)).close();
    out.number("reopenCount", dice.below(3)).number("reopenFromDoneCount", dice.below(2));
    totals(out, it, status);
    out.open("modificationHistory").time("nameAt", it.minutesIn(2)).none("priorityAt");
    out.time("channelAt", it.createdAt()).time("assignedTeamsAt", it.minutesIn(5));
    out.time("assignedUsersAt", it.minutesIn(6)).none("brandAt").none("defaultLangAt");
    out.time("statusAt", it.updatedAt()).time("tagsAt", it.minutesIn(8)).none("customAt").close();
    sla(out, it);
    assistant(out, it, channel);
  }

  private static void response(JsonOut out, Subject it) {
    handled(out, it, 17);
    out.time("sentAt", it.minutesIn(17)).number("responseTime", it.dice().below(9_000_000));
  }

  private static void handled(JsonOut out, Subject it, int minutes) {
    Dice dice = it.dice();
    out.texts("createdByTeams", it.team()).texts("assignedTeams", it.team());
    out.texts("assignedUsers", it.user()).text("createdBy", it.user());
    out.number("time", dice.below(9_000_000)).number("businessTime", dice.below(4_000_000));
    out.time("createdAt", it.minutesIn(minutes));
    out.text("id", it.idOf(Kind.MESSAGE, Population.firstMessageOf(it.ordinal()) + 1));
  }

  private static void done(JsonOut out, Subject it, int minutes, String channel) {
    handled(out, it, minutes);
    out.number("noteCount", 1).number("messageCount", 3).number("outboundMessageCount", 1);
    out.open("messageCountByChannel").number(channel, 3).close();
    out.open("outboundMessageCountByChannel").number(channel, 1).close();
    out.text("lastMessageDirection", "out").text("lastMessageDirectionType", "response-out");
    out.close();
  }

  private static void totals(JsonOut out, Subject it, String status) {
    Dice dice = it.dice();
    out.open("totalOpen").number("time", dice.below(90_000_000));
    out.number("businessTime", dice.below(9_000_000)).number("businessTimeSinceLastDone", 0);
    out.number("timeSinceLastDone", 0).close();
    out.open("totalDone").number("time", dice.below(90_000_000)).none("businessTime").close();
    out.number("snoozeCount", status.equals("snoozed") ? 1 : 0).open("snooze");
    if (status.equals("snoozed")) {
      out.text("status", "scheduled").time("statusAt", it.updatedAt());
      out.time("time", it.updatedAt() + 86_400_000);
    }
    out.close().open("totalSnooze").close();
    out.open("attribution").flag("hasAttributableRevenue", true).text("currency", "EUR");
    out.hundredths("totalRevenue", dice.below(40_000)).close();
  }

  private static void sla(JsonOut out, Subject it) {
    if (it.ordinal() % 3 != 0) {
      return;
    }
    out.open("sla").text("name", "Standard").number("version", 2);
    out.time("matchedAt", it.minutesIn(1)).flag("breached", it.dice().oneIn(9));
    out.text("status", "satisfied").open("metrics").open("firstResponse");
    out.time("satisfiedAt", it.minutesIn(17)).time("breachAt", it.createdAt() + 7_200_000).close();
    out.open("longestUnrespondedMessage").none("satisfiedAt").close().close();
    out.open("summary").time("satisfiedAt", it.minutesIn(17)).none("firstBreachAt").close();
    out.open("breach").close().close();
  }

  private static void assistant(JsonOut out, Subject it, String channel) {
    if (!it.dice().oneIn(3)) {
      out.none("assistant");
      return;
    }
    out.open("assistant").open("fac").flag("isFac", it.dice().oneIn(2));
    out.open("source").text("type", "conversation").text("channel", channel).close();
    out.texts("reasons", "no-followup").openList("exclusions").closeList().close();
    out.openList("assistantId").closeList().close();
    if (it.dice().oneIn(5)) {
      out.open("lastDeflection").time("deflectedAt", it.minutesIn(1)).text("status", "visited");
      out.openList("articles").open().text("id", it.idOf(Kind.ARTICLE, 3)).number("visited", 1);
      out.flag("deflected", false).text("title", "How returns work").close().closeList();
      out.open("query").text("rawText", "return").close().close();
    }
  }
}
