package io.github.tapkustomer.sandbox.organization;

/** How many of each kind an organization has, and which generated object belongs to which. */
public final class Population {
  /** Entries of the audit log expire after half a year. */
  public static final long AUDIT_LOG_KEPT_MILLIS = 180 * 86_400_000L;

  public static final int USERS = 40;

  /** The user that the API key belongs to. */
  public static final int KEY_OWNER = 0;

  public static final int TEAMS = 8;
  public static final int TAGS = 130;
  public static final int SHORTCUTS = 120;
  public static final int BRANDS = 3;
  public static final int QUEUES = 6;
  public static final int SLAS = 4;
  public static final int SLA_VERSIONS = 2 * SLAS;
  static final int SCHEDULES = 3;
  static final int HOLIDAYS = 2 * SCHEDULES;
  public static final int FORMS = 4;
  public static final int WORK_SESSIONS = 5 * USERS;
  public static final int CATEGORIES = 8;
  static final int ARTICLES = 45;
  public static final int MESSAGES_PER_CONVERSATION = 3;

  public static final int QUEUE_RULES = 9;
  public static final int SNOOZES = 25;
  public static final int CARDS = 12;
  public static final int NOTIFICATIONS = 140;
  public static final int ROLE_GROUPS = 5;
  public static final int OUTBOUND_ACCOUNTS = 4;
  public static final int KB_TAGS = 18;
  public static final int KNOWLEDGE_BASES = 2;
  public static final int SPAM_SENDERS = 30;
  public static final int AI_AUTOMATIONS = 3;

  private Population() {}

  /** Users belong to teams in turn, so that all teams have the same size. */
  public static int agentOfTeam(int team, int member) {
    return team + TEAMS * member;
  }

  /** The customer's first conversation; they end before the first one of the next customer. */
  public static int firstConversationOf(int customer) {
    return (int) ((customer * 5L + 2) / 3);
  }

  static int customers(int conversations) {
    return Math.max(1, customerOfConversation(conversations - 1) + 1);
  }

  static int companies(int conversations) {
    return Math.max(1, companyOfCustomer(customers(conversations) - 1) + 1);
  }

  static int notes(int conversations) {
    return (conversations + 1) / 2;
  }

  static int kobjects(int conversations) {
    return Math.max(1, customers(conversations) * 2 / 3);
  }

  public static int customerOfConversation(int conversation) {
    return (int) (conversation * 3L / 5);
  }

  static int companyOfCustomer(int customer) {
    return customer / 12;
  }

  static int firstCustomerOf(int company) {
    return company * 12;
  }

  public static int conversationOfMessage(int message) {
    return message / MESSAGES_PER_CONVERSATION;
  }

  public static int firstMessageOf(int conversation) {
    return conversation * MESSAGES_PER_CONVERSATION;
  }

  public static int conversationOfNote(int note) {
    return note * 2;
  }

  public static int customerOfKobject(int kobject) {
    return (int) (kobject * 3L / 2);
  }
}
