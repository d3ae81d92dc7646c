package io.github.tapkustomer.check;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.Plural;
import io.github.tapkustomer.http.limit.BudgetState;
import io.github.tapkustomer.http.limit.Quota;
import io.github.tapkustomer.mask.Mask;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The result of a check, for people in a terminal. */
public final class CheckText {
  private final Checkup checkup;

  public CheckText(Checkup checkup) {
    this.checkup = requireNonNull(checkup, "checkup");
  }

  /** Whole lines, each ending in a newline. */
  public String print() {
    StringBuilder text = new StringBuilder();
    fact(text, "API", checkup.host());
    fact(text, "key", "good" + roles());
    fact(text, "clock", clock());
    fact(text, "search budget", budget(Quota.SEARCH));
    fact(text, "organization's budget", budget(Quota.ORGANIZATION));
    if (!checkup.masks().all().isEmpty()) {
      fact(text, "masked", masks());
    }
    text.append(format("%n%-28s %12s %10s%n", "stream", "records", "requests"));
    checkup.streams().forEach(stream -> text.append(line(stream)));
    text.append(hourly());
    text.append(format("%nA sync takes at least %s.%n", effort()));
    return text.toString();
  }

  /** What children cost for each hour of changes. */
  private String hourly() {
    Map<String, Long> perHour = new LinkedHashMap<>();
    for (StreamCheck stream : checkup.streams()) {
      stream.effort().stream()
          .flatMapToLong(effort -> effort.perHour().stream())
          .forEach(requests -> perHour.put(stream.stream(), requests));
    }
    long sum = perHour.values().stream().mapToLong(Long::longValue).sum();
    return perHour.isEmpty()
        ? ""
        : format(
            "%n%s: about %,d %s for each hour of changes like those of the last day.%n",
            String.join(", ", perHour.keySet()), sum, Plural.noun(sum, "request"));
  }

  private static void fact(StringBuilder text, String name, String value) {
    text.append(format("%-22s %s%n", name, value));
  }

  private String masks() {
    return checkup.masks().all().stream().map(Mask::toString).collect(Collectors.joining(", "));
  }

  private String roles() {
    return checkup
        .roles()
        .map(count -> ", with " + Plural.of(count, "role"))
        .orElse("; roles unknown");
  }

  private String clock() {
    long seconds = checkup.clockAhead().toSeconds();
    if (seconds == 0) {
      return "agrees with the server's";
    }
    return format("%d s %s the server's", Math.abs(seconds), seconds > 0 ? "behind" : "ahead of");
  }

  private String budget(Quota quota) {
    BudgetState budget = checkup.budgets().get(quota);
    return budget == null
        ? "unknown"
        : format(
            "%,d per minute, %,d left, %.0f%% reserved for others",
            budget.limit(), budget.remaining(), budget.reserve() * 100);
  }

  private static String line(StreamCheck stream) {
    return stream
        .problem()
        .map("NOT READABLE: "::concat)
        .or(stream::absence)
        .map(told -> format("%-28s %s%n", stream.stream(), told))
        .orElseGet(
            () ->
                format(
                    "%-28s %12s %10s%n",
                    stream.stream(), number(stream.records()), requests(stream)));
  }

  private static String requests(StreamCheck stream) {
    return number(
        stream
            .effort()
            .map(effort -> OptionalLong.of(effort.requests()))
            .orElse(OptionalLong.empty()));
  }

  private static String number(OptionalLong number) {
    return number.isPresent() ? format("%,d", number.getAsLong()) : "unknown";
  }

  private String effort() {
    double minutes = Math.max(checkup.minutes(Quota.SEARCH), checkup.minutes(Quota.ORGANIZATION));
    long whole = (long) Math.ceil(minutes);
    long searches = checkup.requests(Quota.SEARCH);
    long others = checkup.requests(Quota.ORGANIZATION);
    return format(
        "%,d %s and %,d other %s, and %s under these budgets",
        searches,
        Plural.noun(searches, "search", "searches"),
        others,
        Plural.noun(others, "request"),
        minutes < 1 ? "less than a minute" : format("%,d %s", whole, Plural.noun(whole, "minute")));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern.replace("%n", "\n"), values);
  }
}
