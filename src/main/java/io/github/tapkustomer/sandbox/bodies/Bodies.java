package io.github.tapkustomer.sandbox.bodies;

import io.github.tapkustomer.sandbox.bodies.conversation.ConversationBody;
import io.github.tapkustomer.sandbox.bodies.conversation.EventBodies;
import io.github.tapkustomer.sandbox.bodies.conversation.HandleTimes;
import io.github.tapkustomer.sandbox.bodies.conversation.MessageBody;
import io.github.tapkustomer.sandbox.bodies.conversation.NoteBody;
import io.github.tapkustomer.sandbox.bodies.conversation.SatisfactionBodies;
import io.github.tapkustomer.sandbox.bodies.conversation.WorkItems;
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
    BODIES.put(Kind.AUDIT_LOG, new AuditLogBody());
    customersChildren();
    conversationsChildren();
    workspace();
  }

  private static void customersChildren() {
    BODIES.put(Kind.MERGE, Body.of(CustomerChildren::merge, CustomerChildren::ofMerge));
    BODIES.put(Kind.SESSION, Body.of(CustomerChildren::session, CustomerChildren::ofSession));
    BODIES.put(
        Kind.SESSION_EVENT,
        Body.of(CustomerChildren::sessionEvent, CustomerChildren::ofSessionEvent));
  }

  private static void conversationsChildren() {
    BODIES.put(Kind.EVENT, Body.of(EventBodies::event, EventBodies::ofEvent));
    BODIES.put(Kind.CONVERSATION_TIME, Body.of(HandleTimes::inSeconds, HandleTimes::ofTime));
    BODIES.put(Kind.HANDLE_TIME, Body.of(HandleTimes::inMillis, HandleTimes::ofTime));
    BODIES.put(Kind.WORK_ITEM, Body.of(WorkItems::item, WorkItems::ofItem));
    BODIES.put(Kind.ATTACHMENT, Body.of(MessageBody::attachment, MessageBody::ofAttachment));
    BODIES.put(
        Kind.SATISFACTION_RESPONSE,
        Body.of(SatisfactionBodies::response, SatisfactionBodies::ofResponse));
    BODIES.put(Kind.AI_SUMMARY, Body.of(AssistantBodies::summary, AssistantBodies::ofSummary));
  }

  private static void workspace() {
    BODIES.put(Kind.AI_AUTOMATION, AssistantBodies::automation);
    BODIES.put(Kind.QUEUE_RULE, Body.of(RoutingBodies::queueRule, RoutingBodies::ofQueueRule));
    BODIES.put(Kind.KB_TAG, KnowledgeBodies::tag);
    BODIES.put(
        Kind.KNOWLEDGE_BASE,
        Body.of(KnowledgeBodies::knowledgeBase, KnowledgeBodies::ofKnowledgeBase));
    BODIES.put(Kind.CARD, WorkspaceBodies::card);
    BODIES.put(Kind.SNOOZE, Body.of(WorkspaceBodies::snooze, WorkspaceBodies::ofSnooze));
    BODIES.put(
        Kind.NOTIFICATION, Body.of(WorkspaceBodies::notification, WorkspaceBodies::ofNotification));
    BODIES.put(Kind.ROLE_GROUP, Body.of(WorkspaceBodies::roleGroup, (to, it) -> {}));
    BODIES.put(Kind.OUTBOUND_ACCOUNT, WorkspaceBodies::outboundAccount);
    BODIES.put(Kind.SPAM_SENDER, WorkspaceBodies::spamSender);
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
