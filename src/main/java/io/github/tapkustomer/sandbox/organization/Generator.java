package io.github.tapkustomer.sandbox.organization;

import io.github.tapkustomer.sandbox.store.Dice;
import io.github.tapkustomer.sandbox.store.Kind;
import io.github.tapkustomer.sandbox.store.Klass;
import java.time.Duration;

/** Fills an organization with a history. */
final class Generator {
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final int LONGEST_TIE = 1_500;

  private final Organization organization;
  private final long now;
  private final Dice dice;

  Generator(Organization organization) {
    this.organization = organization;
    this.now = organization.now();
    this.dice = new Dice(organization.ids().seed());
  }

  void fill(int conversations) {
    settings();
    history(Kind.COMPANY, Population.companies(conversations));
    history(Kind.CUSTOMER, Population.customers(conversations));
    history(Kind.CONVERSATION, conversations);
    history(Kind.MESSAGE, conversations * Population.MESSAGES_PER_CONVERSATION);
    history(Kind.NOTE, Population.notes(conversations));
    history(Kind.KOBJECT, Population.kobjects(conversations));
    recent(Kind.AUDIT_LOG, conversations, Population.AUDIT_LOG_KEPT_MILLIS);
  }

  /** What the organization has set up once, and seldom changes. */
  private void settings() {
    few(Kind.USER, Population.USERS);
    few(Kind.TEAM, Population.TEAMS);
    few(Kind.TAG, Population.TAGS);
    few(Kind.SHORTCUT, Population.SHORTCUTS);
    fixed(Kind.BRAND, Population.BRANDS);
    fixed(Kind.SATISFACTION, Population.FORMS);
    fixed(Kind.SLA, Population.SLAS);
    fixed(Kind.SLA_VERSION, Population.SLA_VERSIONS);
    fixed(Kind.SCHEDULE, Population.SCHEDULES);
    fixed(Kind.HOLIDAY, Population.HOLIDAYS);
    fixed(Kind.QUEUE, Population.QUEUES);
    fixed(Kind.ROUTING_SETTINGS, Population.TEAMS);
    fixed(Kind.CATEGORY, Population.CATEGORIES);
    fixed(Kind.ARTICLE, Population.ARTICLES);
    recent(Kind.WORK_SESSION, Population.WORK_SESSIONS, 30 * DAY);
  }

  private void fixed(Kind kind, int count) {
    for (int i = 0; i < count; i++) {
      long created = now - (700 - i) * DAY;
      organization.table(kind).add(created, created + i * DAY, false, null, now);
    }
  }

  /** Even steps up to now. */
  private void recent(Kind kind, int count, long span) {
    for (int i = 0; i < count; i++) {
      long created = now - span + (i + 1L) * span / (count + 1);
      organization.table(kind).add(created, Math.min(now, created + DAY / 3), false, null, now);
    }
  }

  private void few(Kind kind, int count) {
    for (int i = 0; i < count; i++) {
      long created = now - (800 - i) * DAY;
      boolean deleted = i % 9 == 8;
      organization.table(kind).add(created, created + dice.below(600) * DAY, deleted, null, now);
    }
  }

  /**
   * The first few per cent are older than two years, the rest fill 18 months. A bulk import left
   * one stretch of them with the very same time of update, and one in forty was deleted.
   */
  private void history(Kind kind, int count) {
    int old = count / 30;
    int tieFrom = count / 3;
    int tieUntil = tieFrom + Math.min(count / 25, LONGEST_TIE);
    long span = 545 * DAY;
    for (int i = 0; i < count; i++) {
      long start = i < old ? now - (900 - 150L * i / old) * DAY : now - span;
      long created = i < old ? start : start + spread(i, count, span);
      long updated = Math.min(now - MINUTE, created + dice.below(4 * 24 * 60) * MINUTE);
      if (i >= tieFrom && i < tieUntil) {
        updated = now - span + spread(tieUntil, count, span);
      }
      Klass klass = kind == Kind.KOBJECT ? Klass.ofGenerated(i) : null;
      boolean deleted = dice.oneIn(40);
      organization.table(kind).add(Math.min(created, updated), updated, deleted, klass, now);
    }
  }

  private static long spread(long i, int count, long span) {
    return span / count * i + i % 1000;
  }
}
