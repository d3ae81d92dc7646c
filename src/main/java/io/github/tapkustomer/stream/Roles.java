package io.github.tapkustomer.stream;

import java.util.List;

/**
 * The roles that give access to each endpoint; any one of a list is enough. They are those of
 * permission sets and the legacy ones, from the reference at developer.kustomer.com. It is
 * incomplete: a key with none of these roles may still have access, so they only decide which
 * endpoints to try first.
 */
final class Roles {
  static final List<String> SEARCH =
      List.of(
          "org.permission.search.create",
          "org.permission.search.update",
          "org.permission.search_global.create",
          "org.permission.search_preview.create",
          "org.user.search.read",
          "org.admin.search.read");
  static final List<String> USER = List.of("org.permission.user.read", "org.user.read");
  static final List<String> TEAM = List.of("org.permission.team.read");
  static final List<String> TAG = List.of("org.permission.tag.read");
  static final List<String> SHORTCUT =
      List.of(
          "org.permission.shortcut.read",
          "org.user.content.shortcut.read",
          "org.user.shortcut.read",
          "org.admin.content.shortcut.read",
          "org.admin.shortcut.read");
  static final List<String> BRAND =
      List.of("org.permission.brand.read", "org.admin.brand.read", "org.user.brand.read");
  static final List<String> KLASS =
      List.of("org.permission.klass.read", "org.user.klass.read", "org.admin.klass.read");
  static final List<String> SLA = List.of("org.permission.sla.read", "org.user.sla.read");
  static final List<String> SATISFACTION =
      List.of("org.permission.satisfaction.read", "org.user.satisfaction.read");
  static final List<String> SATISFACTION_RESPONSE =
      List.of(
          "org.permission.satisfaction.read",
          "org.permission.satisfaction_response.read",
          "org.user.satisfaction.read");
  static final List<String> SCHEDULE =
      List.of("org.permission.schedule.read", "org.user.schedule.read", "org.admin.schedule.read");
  static final List<String> QUEUE =
      List.of("org.permission.queue.read", "org.permission.routing.read", "org.user.routing.read");
  static final List<String> WORK_SESSION =
      List.of(
          "org.permission.work_session.read",
          "org.permission.routing.read",
          "org.user.routing.read");
  static final List<String> METADATA =
      List.of("org.permission.metadata.read", "org.user.metadata.read", "org.admin.metadata.read");
  static final List<String> AUDIT_LOGS =
      List.of(
          "org.permission.audit_logs.read",
          "org.admin.audit_logs.read",
          "org.user.audit_logs.read");
  static final List<String> EVENT = List.of("org.permission.event.read", "org.user.event.read");
  static final List<String> CONVERSATION =
      List.of("org.permission.conversation.read", "org.user.conversation.read");
  static final List<String> AI_SUMMARY =
      List.of(
          "org.permission.conversation.read",
          "org.permission.customer.read",
          "org.user.conversation.read",
          "org.user.customer.read");
  static final List<String> ATTACHMENT =
      List.of("org.permission.attachment.read", "org.user.attachment.read");
  static final List<String> CUSTOMER_MERGE =
      List.of(
          "org.permission.customer_merge.read",
          "org.user.customer.read",
          "org.admin.customer.merge.read");
  static final List<String> ASSISTANT =
      List.of("org.permission.assistant.read", "org.user.apps.read");
  static final List<String> QUEUE_RULE =
      List.of("org.permission.queue_rule.read", "org.permission.routing.read");
  static final List<String> SNOOZE = List.of("org.permission.snooze.read");
  static final List<String> APPS = List.of("org.permission.apps.read", "org.user.apps.read");
  static final List<String> SPAM = List.of("org.permission.spam.read", "org.admin.spam.read");
  static final List<String> UNDOCUMENTED = List.of();

  private Roles() {}
}
