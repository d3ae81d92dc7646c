package io.github.tapkustomer.sandbox.lists;

import io.github.tapkustomer.sandbox.bodies.CustomerChildren;
import io.github.tapkustomer.sandbox.bodies.conversation.EventBodies;
import io.github.tapkustomer.sandbox.bodies.conversation.HandleTimes;
import io.github.tapkustomer.sandbox.bodies.conversation.MessageBody;
import io.github.tapkustomer.sandbox.bodies.conversation.WorkItems;
import io.github.tapkustomer.sandbox.organization.ConversationCourse;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.server.Answer;
import io.github.tapkustomer.sandbox.server.ApiError;
import io.github.tapkustomer.sandbox.server.Page;
import io.github.tapkustomer.sandbox.server.Request;
import io.github.tapkustomer.sandbox.server.Route;
import io.github.tapkustomer.sandbox.store.Ids;
import io.github.tapkustomer.sandbox.store.Kind;
import io.github.tapkustomer.sandbox.store.Table;
import io.github.tapkustomer.sandbox.store.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What belongs to one conversation or customer. */
public final class ChildEndpoint {
  private static final int LARGEST_PAGE = 100;
  private static final int LARGEST_PAGE_OF_TIMES = 1000;

  private final Organization organization;
  private final ListEndpoint lists;

  public ChildEndpoint(Organization organization, ListEndpoint lists) {
    this.organization = organization;
    this.lists = lists;
  }

  public Route.Endpoint events() {
    Table conversations = organization.table(Kind.CONVERSATION);
    return ofConversation(
        Kind.EVENT,
        LARGEST_PAGE,
        parent -> EventBodies.of(ids(), parent, conversations.changes(parent.ordinal())));
  }

  /** In seconds as in v1, or in milliseconds as in v2. */
  public Route.Endpoint times(Kind kind) {
    return ofConversation(kind, LARGEST_PAGE_OF_TIMES, parent -> HandleTimes.of(ids(), parent));
  }

  public Route.Endpoint workItems() {
    return ofConversation(Kind.WORK_ITEM, LARGEST_PAGE, parent -> WorkItems.of(ids(), parent));
  }

  public Route.Endpoint attachments() {
    return ofConversation(
        Kind.ATTACHMENT,
        LARGEST_PAGE,
        parent ->
            messages(parent).stream()
                .filter(message -> MessageBody.hasAttachment(message.ordinal()))
                .map(ChildEndpoint::sameAs)
                .toList());
  }

  public Route.Endpoint messages() {
    return ofConversation(Kind.MESSAGE, LARGEST_PAGE, this::messages);
  }

  public Route.Endpoint notes() {
    return ofConversation(
        Kind.NOTE,
        LARGEST_PAGE,
        parent ->
            parent.ordinal() % 2 == 0
                ? generated(Kind.NOTE, parent.ordinal() / 2).map(List::of).orElse(List.of())
                : List.of());
  }

  public Route.Endpoint merges() {
    return ofCustomer(Kind.MERGE, CustomerChildren::merges);
  }

  public Route.Endpoint sessions() {
    return ofCustomer(Kind.SESSION, CustomerChildren::sessions);
  }

  /** The events of one session of one customer. */
  public Answer sessionEvents(Request request, List<String> parts) {
    Version customer = parent(Kind.CUSTOMER, parts.get(0));
    Version session =
        CustomerChildren.sessions(customer).stream()
            .filter(each -> ids().of(Kind.SESSION, each.ordinal()).equals(parts.get(1)))
            .findFirst()
            .orElseThrow(() -> ApiError.notFound("session " + parts.get(1)));
    return lists.answer(
        Kind.SESSION_EVENT, CustomerChildren.events(session), Page.ofList(request, LARGEST_PAGE));
  }

  /** The answer to one survey, by the id that the rated conversation gives. */
  public Answer satisfactionResponse(Request request, List<String> parts) {
    int ordinal = ids().ordinal(Kind.SATISFACTION_RESPONSE, parts.get(0));
    Version conversation = organization.table(Kind.CONVERSATION).get(ordinal);
    if (conversation == null || !course(conversation).isRated(conversation.updatedAt())) {
      throw ApiError.notFound("satisfaction response " + parts.get(0));
    }
    return lists.single(Kind.SATISFACTION_RESPONSE, sameAs(conversation));
  }

  /** The summary of one conversation. */
  public Answer summary(Request request, List<String> parts) {
    Version conversation = parent(Kind.CONVERSATION, parts.get(0));
    return lists.single(Kind.AI_SUMMARY, sameAs(conversation));
  }

  private Route.Endpoint ofConversation(
      Kind kind, int largestPage, Function<Version, List<Version>> children) {
    return children(Kind.CONVERSATION, kind, largestPage, children);
  }

  private Route.Endpoint ofCustomer(Kind kind, Function<Version, List<Version>> children) {
    return children(Kind.CUSTOMER, kind, LARGEST_PAGE, children);
  }

  private Route.Endpoint children(
      Kind parentKind, Kind kind, int largestPage, Function<Version, List<Version>> children) {
    return (request, parts) -> {
      List<Version> found = children.apply(parent(parentKind, parts.get(0)));
      return lists.answer(kind, found, Page.ofList(request, largestPage));
    };
  }

  private Version parent(Kind kind, String id) {
    Table table = organization.table(kind);
    int ordinal = table.find(id).orElseThrow(() -> ApiError.notFound(kind.apiName + " " + id));
    return table.existing(ordinal);
  }

  private ConversationCourse course(Version conversation) {
    return ConversationCourse.of(ids().seed(), conversation.ordinal(), conversation.createdAt());
  }

  private Ids ids() {
    return organization.ids();
  }

  private List<Version> messages(Version conversation) {
    List<Version> messages = new ArrayList<>();
    int first = Population.firstMessageOf(conversation.ordinal());
    for (int i = 0; i < Population.MESSAGES_PER_CONVERSATION; i++) {
      generated(Kind.MESSAGE, first + i).ifPresent(messages::add);
    }
    return messages;
  }

  /** The ordinal of a generated record determines its parent; one put in by hand has none. */
  private Optional<Version> generated(Kind kind, int ordinal) {
    return Optional.ofNullable(organization.table(kind).get(ordinal))
        .filter(version -> version.given() == null && !version.deleted());
  }

  private static Version sameAs(Version parent) {
    return new Version(
        parent.ordinal(), parent.createdAt(), parent.updatedAt(), 1, false, null, null);
  }
}
