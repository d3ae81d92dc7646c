package io.github.tapkustomer.sandbox.bodies;

import io.github.tapkustomer.sandbox.bodies.conversation.ChildBodies;
import io.github.tapkustomer.sandbox.bodies.conversation.ConversationBody;
import io.github.tapkustomer.sandbox.bodies.conversation.MessageBody;
import io.github.tapkustomer.sandbox.bodies.conversation.NoteBody;
import io.github.tapkustomer.sandbox.record.Body;
import io.github.tapkustomer.sandbox.store.Kind;
import java.util.EnumMap;
import java.util.Map;

/** Which body belongs to which kind. */
final class Bodies {
  private static final Map<Kind, Body> BODIES = new EnumMap<>(Kind.class);

  static {
    BODIES.put(Kind.CUSTOMER, new CustomerBody());
    BODIES.put(Kind.CONVERSATION, new ConversationBody());
    BODIES.put(Kind.MESSAGE, new MessageBody());
    BODIES.put(Kind.NOTE, new NoteBody());
    BODIES.put(Kind.COMPANY, new CompanyBody());
    BODIES.put(Kind.KOBJECT, new KobjectBody());
    BODIES.put(Kind.USER, new UserBody());
    BODIES.put(Kind.TEAM, new TeamBody());
    BODIES.put(Kind.TAG, new TagBody());
    BODIES.put(Kind.SHORTCUT, new ShortcutBody());
    BODIES.put(Kind.BRAND, SettingsBodies::brand);
    BODIES.put(Kind.KLASS, Body.of(SettingsBodies::klass, (to, it) -> to.linksOnly("kobjects")));
    BODIES.put(Kind.SATISFACTION, SettingsBodies::satisfactionForm);
    BODIES.put(Kind.SCHEDULE, SettingsBodies::schedule);
    BODIES.put(Kind.HOLIDAY, Body.of(SettingsBodies::holiday, SettingsBodies::ofHoliday));
    BODIES.put(Kind.SLA, Body.of(SlaBodies::sla, SlaBodies::ofSla));
    BODIES.put(Kind.SLA_VERSION, Body.of(SlaBodies::version, SlaBodies::ofVersion));
    BODIES.put(Kind.QUEUE, RoutingBodies::queue);
    BODIES.put(Kind.ROUTING_SETTINGS, Body.of(RoutingBodies::settings, RoutingBodies::ofSettings));
    BODIES.put(
        Kind.WORK_SESSION, Body.of(RoutingBodies::workSession, RoutingBodies::ofWorkSession));
    BODIES.put(Kind.ARTICLE, Body.of(KnowledgeBodies::article, KnowledgeBodies::ofArticle));
    BODIES.put(Kind.CATEGORY, KnowledgeBodies::category);
    BODIES.put(Kind.AUDIT_LOG, Body.of(ChildBodies::auditLog, ChildBodies::ofAuditLog));
    BODIES.put(Kind.EVENT, Body.of(ChildBodies::event, ChildBodies::ofEvent));
    BODIES.put(Kind.CONVERSATION_TIME, Body.of(ChildBodies::time, ChildBodies::ofConversation));
    BODIES.put(Kind.ATTACHMENT, Body.of(ChildBodies::attachment, ChildBodies::ofMessage));
    BODIES.put(Kind.MERGE, Body.of(ChildBodies::merge, ChildBodies::ofMerge));
    BODIES.put(
        Kind.SATISFACTION_RESPONSE,
        Body.of(ChildBodies::satisfactionResponse, ChildBodies::ofConversation));
  }

  private Bodies() {}

  static Body of(Kind kind) {
    Body body = BODIES.get(kind);
    if (body == null) {
      throw new IllegalArgumentException("no generated records of kind " + kind.apiName);
    }
    return body;
  }
}
