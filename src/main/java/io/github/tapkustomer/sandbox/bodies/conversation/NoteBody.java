package io.github.tapkustomer.sandbox.bodies.conversation;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.record.Body;
import io.github.tapkustomer.sandbox.record.CustomAttributes;
import io.github.tapkustomer.sandbox.record.Relations;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.record.Words;
import io.github.tapkustomer.sandbox.store.Dice;
import io.github.tapkustomer.sandbox.store.Kind;

/** What colleagues write to each other about a conversation. */
public final class NoteBody implements Body {

  @Override
  public void attributes(JsonOut out, Subject it) {
    Dice dice = it.dice();
    out.text("body", Words.sentences(dice, dice.between(1, 4)));
    out.texts("createdByTeams", it.team());
    out.time("createdAt", it.createdAt()).time("updatedAt", it.updatedAt());
    out.time("modifiedAt", it.updatedAt());
    out.text("externalId", dice.oneIn(3) ? "n-" + it.ordinal() : null).none("importedAt");
    CustomAttributes.write(out, it);
  }

  @Override
  public void relationships(Relations relations, Subject it) {
    int conversation = Population.conversationOfNote(it.ordinal());
    relations.to("customer", Kind.CUSTOMER, Population.customerOfConversation(conversation));
    relations.to("conversation", Kind.CONVERSATION, conversation).madeBy();
    if (it.ordinal() % 3 == 0) {
      relations.toMany("userMentions", Kind.USER, it.ordinal() % Population.USERS);
    }
  }
}
