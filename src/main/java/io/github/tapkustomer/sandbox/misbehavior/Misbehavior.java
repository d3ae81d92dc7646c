package io.github.tapkustomer.sandbox.misbehavior;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** One way in which the sandbox differs from the documentation. */
public enum Misbehavior {
  LATE_LISTS("lists show a change only three seconds after it was made"),
  STALE_REPLICA("every other page of a list comes from a copy that is 30 seconds old"),
  MOVING_LISTS("with each page that is read, lists of settings gain one entry and lose another"),
  NO_TOTAL("lists have no total"),
  PAGE_TOTAL("a list's total counts only the entries of its page"),
  NO_LINKS("lists do not say by a link whether another page follows"),
  SMALL_PAGES("lists, searches and audit logs give at most 40 records a page, whatever was asked"),
  SHUFFLED_SEARCHES("searches come in no order, whatever sort was asked"),
  PLAIN_SEARCHES("searches take no condition but on when an object itself was updated"),
  NULL_DATA("about one answer in seven is {\"data\": null}"),
  ERRORS_WITH_200("about one answer in seven is an error body with status 200"),
  HTML_WITH_200("about one answer in seven is a web page with status 200"),
  ODD_ANSWERS("about one answer in twenty is a 302, 401, 403, 404, 400, 409 or 425, once"),
  LARGE_PAGES("an answer above 150 kB becomes a 413 or a gateway's 504"),
  REFUSED_CHILDREN("about one conversation or customer in three refuses its children"),
  DRIFTING_VALUES("in about one record in ten a column's value has another type"),
  DRIFTING_KLASSES("klasses come and go, and change their order, each time they are listed"),
  MANY_KLASSES("there are 250 klasses, many with names that differ little"),
  EXPIRING_LOGS("with each request, a further day of the oldest audit logs expires"),
  OWN_WORK_SESSIONS("work sessions are the key's own live ones unless the request says otherwise"),
  HIDDEN_ROLES("auth/tokens/current lists no roles"),
  MISLEADING_ROLES("auth/tokens/current lists one role, which no stream needs");

  private final String description;

  Misbehavior(String description) {
    this.description = description;
  }

  /** Its name on the command line. */
  public String optionName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String description() {
    return description;
  }

  /**
   * The misbehavior with this name.
   *
   * @throws IllegalArgumentException if there is none; the message lists all names
   */
  public static Misbehavior named(String optionName) {
    for (Misbehavior misbehavior : values()) {
      if (misbehavior.optionName().equals(optionName)) {
        return misbehavior;
      }
    }
    throw new IllegalArgumentException(
        "unknown misbehavior \"%s\"; choose from: %s"
            .formatted(
                optionName,
                Arrays.stream(values())
                    .map(Misbehavior::optionName)
                    .collect(Collectors.joining(", "))));
  }
}
