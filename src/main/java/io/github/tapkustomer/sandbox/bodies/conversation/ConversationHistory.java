package io.github.tapkustomer.sandbox.bodies.conversation;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.BusinessHours;
import io.github.tapkustomer.sandbox.organization.ConversationCourse;
import io.github.tapkustomer.sandbox.organization.ConversationCourse.Resolution;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.store.Dice;
import io.github.tapkustomer.sandbox.store.Kind;
import java.util.List;

/** What a conversation says about how it was handled. Durations are in milliseconds. */
final class ConversationHistory {
  private ConversationHistory() {}

  static void write(JsonOut out, Subject it, ConversationCourse course, String channel) {
    long until = it.updatedAt();
    if (course.isAnswered(until)) {
      response(out.open("firstResponse"), it, course);
      out.close();
      response(out.open("lastResponse"), it, course);
      out.text("source", "user").close();
    } else {
      out.open("firstResponse").close();
    }
    out.open("firstResponseSinceLastDone").close();
    resolutions(out, it, course, channel);
    totals(out, course, until);
    snooze(out, course, until);
    out.open("attribution").flag("hasAttributableRevenue", true).text("currency", "EUR");
    out.hundredths("totalRevenue", it.dice().below(40_000)).close();
    modifications(out, it, course);
    ConversationSla.write(out, course, until);
    assistant(out, it, channel);
  }

  private static void response(JsonOut out, Subject it, ConversationCourse course) {
    handled(out, it, course, course.secondMessageAt());
    out.text("id", it.idOf(Kind.MESSAGE, Population.firstMessageOf(it.ordinal()) + 1L));
    out.time("sentAt", course.secondMessageAt());
    out.number("responseTime", course.secondMessageAt() - course.createdAt());
  }

  /** By whom and when, and how long after the creation. */
  private static void handled(JsonOut out, Subject it, ConversationCourse course, long at) {
    String team = it.idOf(Kind.TEAM, course.team());
    String agent = it.idOf(Kind.USER, course.agent());
    out.texts("createdByTeams", team).texts("assignedTeams", team);
    out.texts("assignedUsers", agent).text("createdBy", agent);
    out.number("time", at - course.createdAt());
    out.number("businessTime", BusinessHours.between(course.createdAt(), at));
    out.time("createdAt", at);
  }

  private static void resolutions(
      JsonOut out, Subject it, ConversationCourse course, String channel) {
    List<Resolution> done = course.resolutions(it.updatedAt());
    if (done.isEmpty()) {
      out.open("firstDone").close().open("lastDone").close();
    } else {
      done(out.open("firstDone"), it, course, channel, done.get(0).doneAt());
      done(out.open("lastDone"), it, course, channel, done.get(done.size() - 1).doneAt());
    }
    int reopened = course.reopened(it.updatedAt());
    out.number("doneCount", done.size()).number("reopenCount", reopened);
    out.number("reopenFromDoneCount", reopened);
  }

  private static void done(
      JsonOut out, Subject it, ConversationCourse course, String channel, long at) {
    handled(out, it, course, at);
    out.number("noteCount", 1 - it.ordinal() % 2).number("messageCount", course.messages(at));
    out.number("outboundMessageCount", 1);
    out.open("messageCountByChannel").number(channel, course.messages(at)).close();
    out.open("outboundMessageCountByChannel").number(channel, 1).close();
    out.text("lastMessageDirection", "in").text("lastMessageDirectionType", "followup-in");
    out.close();
  }

  private static void totals(JsonOut out, ConversationCourse course, long until) {
    List<Resolution> done = course.resolutions(until);
    long since = done.isEmpty() ? course.createdAt() : done.get(done.size() - 1).doneAt();
    out.open("open").time("statusAt", lastOpened(course, until)).close();
    total(out.open("totalOpen"), course, "open", until);
    out.number("timeSinceLastDone", course.time("open", until) - course.time("open", since));
    out.number(
        "businessTimeSinceLastDone",
        course.businessTime("open", until) - course.businessTime("open", since));
    out.close();
    total(out.open("totalDone"), course, "done", until);
    total(out.close().open("totalSnooze"), course, "snoozed", until);
    out.close();
  }

  private static long lastOpened(ConversationCourse course, long until) {
    return course.spans(until).stream()
        .filter(span -> span.status().equals("open"))
        .mapToLong(ConversationCourse.Span::from)
        .max()
        .orElse(course.createdAt());
  }

  private static void total(JsonOut out, ConversationCourse course, String status, long until) {
    out.number("time", course.time(status, until));
    out.number("businessTime", course.businessTime(status, until));
  }

  private static void snooze(JsonOut out, ConversationCourse course, long until) {
    boolean snoozed = course.snoozedAt() <= until;
    out.number("snoozeCount", snoozed ? 1 : 0).open("snooze");
    if (snoozed) {
      boolean over = course.snoozeEndsAt() <= until;
      out.text("status", over ? "elapsed" : "scheduled");
      out.time("statusAt", over ? course.snoozeEndsAt() : course.snoozedAt());
      out.time("time", course.snoozeEndsAt());
    }
    out.close();
  }

  private static void modifications(JsonOut out, Subject it, ConversationCourse course) {
    long until = it.updatedAt();
    out.open("modificationHistory").time("nameAt", it.createdAt()).none("priorityAt");
    out.time("channelAt", it.createdAt());
    at(out, "assignedTeamsAt", course.routedAt(), until);
    at(out, "assignedUsersAt", course.acceptedAt(), until);
    out.none("brandAt").none("defaultLangAt");
    List<ConversationCourse.Span> spans = course.spans(until);
    out.time("statusAt", spans.isEmpty() ? it.createdAt() : spans.get(spans.size() - 1).from());
    out.time("tagsAt", it.createdAt()).none("customAt").close();
  }

  private static void at(JsonOut out, String name, long at, long until) {
    if (at <= until) {
      out.time(name, at);
    } else {
      out.none(name);
    }
  }

  private static void assistant(JsonOut out, Subject it, String channel) {
    Dice dice = it.dice();
    if (!dice.oneIn(3)) {
      out.none("assistant");
      return;
    }
    out.open("assistant").open("fac").flag("isFac", dice.oneIn(2));
    out.open("source").text("type", "conversation").text("channel", channel).close();
    out.texts("reasons", "no-followup").openList("exclusions").closeList().close();
    out.openList("assistantId").closeList().close();
    if (dice.oneIn(5)) {
      out.open("lastDeflection").time("deflectedAt", it.createdAt()).text("status", "visited");
      out.openList("articles").open().text("id", it.idOf(Kind.ARTICLE, 3)).number("visited", 1);
      out.flag("deflected", false).text("title", "How returns work").close().closeList();
      out.open("query").text("rawText", "return").close().close();
    }
  }
}
