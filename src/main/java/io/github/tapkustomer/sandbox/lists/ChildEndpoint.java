package io.github.tapkustomer.sandbox.lists;

import io.github.tapkustomer.sandbox.bodies.conversation.ChildBodies;
import io.github.tapkustomer.sandbox.bodies.conversation.ConversationBody;
import io.github.tapkustomer.sandbox.bodies.conversation.MessageBody;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.server.Answer;
import io.github.tapkustomer.sandbox.server.ApiError;
import io.github.tapkustomer.sandbox.server.Page;
import io.github.tapkustomer.sandbox.server.Request;
import io.github.tapkustomer.sandbox.server.Route;
import io.github.tapkustomer.sandbox.store.Kind;
import io.github.tapkustomer.sandbox.store.Table;
import io.github.tapkustomer.sandbox.store.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** What hangs on one conversation or customer. */
public final class ChildEndpoint {
  private static final int LARGEST_PAGE = 100;
  private static final int MERGED_IN = 10;

  private final Organization organization;
  private final ListEndpoint lists;

  public ChildEndpoint(Organization organization, ListEndpoint lists) {
    this.organization = organization;
    this.lists = lists;
  }

  /** One event for the creation, and one for each revision. */
  public Route.Endpoint events() {
    return children(
        Kind.CONVERSATION,
        Kind.EVENT,
        parent -> {
          List<Version> events = new ArrayList<>();
          int last = Math.min(parent.revision(), ChildBodies.EVENTS_PER_CONVERSATION - 1);
          for (int i = 0; i <= last; i++) {
            int ordinal = parent.ordinal() * ChildBodies.EVENTS_PER_CONVERSATION + i;
            long at = i == 0 ? parent.createdAt() : parent.updatedAt();
            events.add(made(ordinal, at, at));
          }
          return events;
        });
  }

  public Route.Endpoint times() {
    return children(Kind.CONVERSATION, Kind.CONVERSATION_TIME, parent -> List.of(sameAs(parent)));
  }

  public Route.Endpoint attachments() {
    return children(
        Kind.CONVERSATION,
        Kind.ATTACHMENT,
        parent ->
            messages(parent).stream()
                .filter(message -> MessageBody.hasAttachment(message.ordinal()))
                .map(ChildEndpoint::sameAs)
                .toList());
  }

  public Route.Endpoint messages() {
    return children(Kind.CONVERSATION, Kind.MESSAGE, this::messages);
  }

  public Route.Endpoint notes() {
    return children(
        Kind.CONVERSATION,
        Kind.NOTE,
        parent ->
            parent.ordinal() % 2 == 0
                ? generated(Kind.NOTE, parent.ordinal() / 2).map(List::of).orElse(List.of())
                : List.of());
  }

  public Route.Endpoint merges() {
    return children(
        Kind.CUSTOMER,
        Kind.MERGE,
        parent -> parent.ordinal() % MERGED_IN == 0 ? List.of(sameAs(parent)) : List.<Version>of());
  }

  /** The answer to one survey, by the id that the rated conversation gives. */
  public Answer satisfactionResponse(Request request, List<String> parts) {
    int ordinal = organization.ids().ordinal(Kind.SATISFACTION_RESPONSE, parts.get(0));
    Version conversation = organization.table(Kind.CONVERSATION).get(ordinal);
    if (conversation == null || !ConversationBody.isRated(ordinal)) {
      throw ApiError.notFound("satisfaction response " + parts.get(0));
    }
    return lists.single(Kind.SATISFACTION_RESPONSE, sameAs(conversation));
  }

  private Route.Endpoint children(
      Kind parentKind, Kind kind, Function<Version, List<Version>> children) {
    return (request, parts) -> {
      Table table = organization.table(parentKind);
      OptionalInt ordinal = table.find(parts.get(0));
      if (ordinal.isEmpty()) {
        throw ApiError.notFound(parentKind.apiName + " " + parts.get(0));
      }
      List<Version> found = children.apply(table.get(ordinal.getAsInt()));
      return lists.answer(kind, found, Page.ofList(request, LARGEST_PAGE));
    };
  }

  private List<Version> messages(Version conversation) {
    List<Version> messages = new ArrayList<>();
    int first = Population.firstMessageOf(conversation.ordinal());
    for (int i = 0; i < Population.MESSAGES_PER_CONVERSATION; i++) {
      generated(Kind.MESSAGE, first + i).ifPresent(messages::add);
    }
    return messages;
  }

  /** Ordinals tell whose child a generated record is; one put in by hand hangs on nothing. */
  private Optional<Version> generated(Kind kind, int ordinal) {
    return Optional.ofNullable(organization.table(kind).get(ordinal))
        .filter(version -> version.given() == null && !version.deleted());
  }

  private static Version sameAs(Version parent) {
    return made(parent.ordinal(), parent.createdAt(), parent.updatedAt());
  }

  private static Version made(int ordinal, long createdAt, long updatedAt) {
    return new Version(ordinal, createdAt, updatedAt, 1, false, null, null);
  }
}
