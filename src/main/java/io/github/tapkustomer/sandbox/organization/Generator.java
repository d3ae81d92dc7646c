package io.github.tapkustomer.sandbox.organization;

import io.github.tapkustomer.sandbox.store.Dice;
import io.github.tapkustomer.sandbox.store.Kind;
import io.github.tapkustomer.sandbox.store.Klass;
import java.time.Duration;

/** Fills an organization with a history. */
final class Generator {
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long SPAN = 545 * DAY;
  private static final int LONGEST_TIE = 1_500;

  private final Organization organization;
  private final long now;
  private final Dice dice;
  private int conversations;

  Generator(Organization organization) {
    this.organization = organization;
    this.now = organization.now();
    this.dice = new Dice(organization.ids().seed());
  }

  void fill(int count) {
    conversations = count;
    settings();
    history(Kind.COMPANY, Population.companies(conversations));
    history(Kind.CUSTOMER, Population.customers(conversations));
    history(Kind.CONVERSATION, conversations);
    history(Kind.MESSAGE, conversations * Population.MESSAGES_PER_CONVERSATION);
    history(Kind.NOTE, Population.notes(conversations));
    history(Kind.KOBJECT, Population.kobjects(conversations));
    recent(Kind.AUDIT_LOG, conversations, Population.AUDIT_LOG_KEPT_MILLIS);
  }

  /** What the organization sets up once and seldom changes. */
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
    fixed(Kind.QUEUE_RULE, Population.QUEUE_RULES);
    fixed(Kind.CARD, Population.CARDS);
    fixed(Kind.ROLE_GROUP, Population.ROLE_GROUPS);
    fixed(Kind.OUTBOUND_ACCOUNT, Population.OUTBOUND_ACCOUNTS);
    fixed(Kind.KB_TAG, Population.KB_TAGS);
    fixed(Kind.KNOWLEDGE_BASE, Population.KNOWLEDGE_BASES);
    fixed(Kind.SPAM_SENDER, Population.SPAM_SENDERS);
    fixed(Kind.AI_AUTOMATION, Population.AI_AUTOMATIONS);
    recent(Kind.SNOOZE, Population.SNOOZES, 60 * DAY);
    recent(Kind.NOTIFICATION, Population.NOTIFICATIONS, 30 * DAY);
    recent(Kind.WORK_SESSION, Population.WORK_SESSIONS, 30 * DAY);
  }

  private void fixed(Kind kind, int count) {
    for (int i = 0; i < count; i++) {
      long created = now - (1_000 - i) * DAY;
      organization.table(kind).add(created, created + (300 + i) * DAY, false, null, now);
    }
  }

  /** At even steps up to now. */
  private void recent(Kind kind, int count, long span) {
    for (int i = 0; i < count; i++) {
      long created = now - span + (i + 1L) * span / (count + 1);
      organization.table(kind).add(created, Math.min(now, created + DAY / 3), false, null, now);
    }
  }

  private void few(Kind kind, int count) {
    for (int i = 0; i < count; i++) {
      long created = now - (1_100 - i) * DAY;
      boolean deleted = i % 9 == 8;
      organization
          .table(kind)
          .add(created, created + (300 + dice.below(600)) * DAY, deleted, null, now);
    }
  }

  /**
   * The first few percent are older than two years; the rest fill 18 months. After a bulk import,
   * one stretch of them has exactly the same time of update, and one in forty was deleted.
   */
  private void history(Kind kind, int count) {
    int tieFrom = count / 3;
    int tieUntil = tieFrom + Math.min(count / 25, LONGEST_TIE);
    long tie = now - SPAN + spread(tieUntil, count) + ConversationCourse.MESSAGES_MILLIS;
    for (int i = 0; i < count; i++) {
      long created = created(kind, i);
      long updated = created + dice.below(4 * 24 * 60) * MINUTE;
      if (kind == Kind.CONVERSATION) {
        updated = Math.max(updated, course(i).thirdMessageAt());
      }
      updated = i >= tieFrom && i < tieUntil ? tie : Math.min(now - MINUTE, updated);
      Klass klass = kind == Kind.KOBJECT ? Klass.ofGenerated(i) : null;
      boolean deleted = dice.oneIn(40);
      organization.table(kind).add(Math.min(created, updated), updated, deleted, klass, now);
    }
  }

  /** Nothing exists before what it belongs to. */
  private long created(Kind kind, int ordinal) {
    return switch (kind) {
      case MESSAGE ->
          course(Population.conversationOfMessage(ordinal))
              .messageAt(ordinal % Population.MESSAGES_PER_CONVERSATION);
      case NOTE -> began(Population.conversationOfNote(ordinal)) + (7 + ordinal % 300) * MINUTE;
      case CUSTOMER -> began(Population.firstConversationOf(ordinal)) - 10 * MINUTE;
      case COMPANY ->
          began(Population.firstConversationOf(Population.firstCustomerOf(ordinal))) - 60 * MINUTE;
      case KOBJECT -> {
        int customer = Population.customerOfKobject(ordinal);
        long began = began(Population.firstConversationOf(customer));
        yield Math.min(now - MINUTE, began + ordinal % 48 * (60 * MINUTE));
      }
      default -> began(ordinal);
    };
  }

  private ConversationCourse course(int conversation) {
    return ConversationCourse.of(organization.ids().seed(), conversation, began(conversation));
  }

  private long began(int conversation) {
    int old = conversations / 30;
    return conversation < old
        ? now - (900 - 150L * conversation / old) * DAY
        : now - SPAN + spread(conversation, conversations);
  }

  /** The last conversations began long enough ago to have all their messages. */
  private static long spread(long i, int count) {
    return (SPAN - ConversationCourse.MESSAGES_MILLIS - 2 * MINUTE) / count * i + i % 1000;
  }
}
