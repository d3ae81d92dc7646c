package io.github.tapkustomer.sandbox.store;

import java.util.Optional;

/** A kind of object: the name of its context and type, and the path of its records. */
public enum Kind {
  CUSTOMER("customer", "customers"),
  CONVERSATION("conversation", "conversations"),
  MESSAGE("message", "messages"),
  NOTE("note", "notes"),
  COMPANY("company", "companies"),
  KOBJECT("kobject", "kobjects"),
  USER("user", "users"),
  TEAM("team", "teams"),
  TAG("tag", "tags"),
  SHORTCUT("shortcut", "shortcuts"),
  BRAND("brand", "brands"),
  KLASS("klass", "klasses"),
  SLA("sla", "slas"),
  SLA_VERSION("sla_version", "sla-versions"),
  SATISFACTION("satisfaction", "satisfaction"),
  SCHEDULE("schedule", "schedules"),
  HOLIDAY("holiday", "holidays"),
  QUEUE("queue", "routing/queues"),
  ROUTING_SETTINGS("routing_settings", "routing/settings"),
  WORK_SESSION("work_session", "routing/work-sessions"),
  ARTICLE("kb_article", "kb/articles"),
  CATEGORY("kb_category", "kb/categories"),
  AUDIT_LOG("audit_log", "audit-logs"),
  EVENT("event", "events"),
  CONVERSATION_TIME("conversation_time", "times"),
  ATTACHMENT("attachment", "attachments"),
  MERGE("merge", "merges"),
  SATISFACTION_RESPONSE("satisfaction_response", "satisfaction-responses"),
  METADATA("metadata", "metadata"),
  TOKEN("token", "auth/tokens"),
  ORG("org", "orgs"),
  WORK_ITEM("work_item", "routing/work-items"),
  HANDLE_TIME("conversation_time", "times"),
  AI_AUTOMATION("ai_automation", "ai/automations"),
  AI_SUMMARY("ai_summary", "ai/summaries"),
  SESSION("session", "sessions"),
  SESSION_EVENT("tracking_event", "events"),
  QUEUE_RULE("queue_rule", "routing/queue-rules"),
  SNOOZE("snooze", "snoozes"),
  CARD("card", "cards"),
  NOTIFICATION("notification", "notifications"),
  ROLE_GROUP("role_group", "role-groups"),
  OUTBOUND_ACCOUNT("outbound_account", "outboundAccounts"),
  KB_TAG("kb_tag", "kb/tags"),
  KNOWLEDGE_BASE("kb_knowledge_base", "kb/knowledge-bases"),
  SPAM_SENDER("spam_sender", "spam/senders");

  public final String apiName;
  public final String path;

  Kind(String apiName, String path) {
    this.apiName = apiName;
    this.path = path;
  }

  public static Optional<Kind> named(String apiName) {
    for (Kind kind : values()) {
      if (kind.apiName.equals(apiName)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Whether search has a context for it. */
  public boolean isSearched() {
    return compareTo(KOBJECT) <= 0;
  }

  /** The archive search knows everything that search does, except notes. */
  public boolean isArchived() {
    return isSearched() && this != NOTE;
  }
}
