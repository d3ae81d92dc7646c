package io.github.tapkustomer.sandbox.record;

import io.github.tapkustomer.sandbox.store.Dice;
import java.util.List;

/** The small vocabulary of generated records. No real person or shop is meant. */
public final class Words {
  public static final List<String> FIRST_NAMES =
      List.of(
          "Ada",
          "Bruno",
          "Chloé",
          "Dmitri",
          "Elif",
          "Farah",
          "Grace",
          "Hiro",
          "Ines",
          "Jonas",
          "Kavya",
          "Liam",
          "Małgorzata",
          "Noor",
          "Olu",
          "Priya",
          "Quentin",
          "Rosa",
          "Søren",
          "Tomás",
          "Uma",
          "Vera",
          "Wen",
          "Ximena",
          "Yusuf",
          "Zoë");
  public static final List<String> LAST_NAMES =
      List.of(
          "Abbott",
          "Bergström",
          "Castillo",
          "Dubois",
          "Eriksen",
          "Fischer",
          "Garcia",
          "Haddad",
          "Ito",
          "Jansen",
          "Kowalski",
          "Lindqvist",
          "Moreau",
          "Nakamura",
          "O'Brien",
          "Patel",
          "Quinn",
          "Rossi",
          "Silva",
          "Tanaka",
          "Ueda",
          "Varga",
          "Walker",
          "Xu",
          "Yılmaz",
          "Zhang");
  public static final List<String> CITIES =
      List.of("Springfield", "Lisbon", "Leeds", "Osaka", "Zürich", "Pune");
  public static final List<String> COUNTRIES = List.of("US", "PT", "GB", "JP", "CH", "IN");
  public static final List<String> LOCALES =
      List.of("en_us", "pt_pt", "en_gb", "ja_jp", "de_ch", "en_in");
  public static final List<String> ZONES =
      List.of(
          "America/New_York",
          "Europe/Lisbon",
          "Europe/London",
          "Asia/Tokyo",
          "Europe/Zurich",
          "Asia/Kolkata");
  public static final List<String> CHANNELS =
      List.of("email", "chat", "sms", "voice", "whatsapp", "twitter-dm");
  static final String[] PRODUCTS = {
    "walnut desk", "linen shirt", "trail shoes", "kettle", "desk lamp", "rain jacket", "backpack"
  };
  public static final List<String> TOPICS =
      List.of(
          "Where is my order",
          "Refund request",
          "Damaged item",
          "Change of address",
          "Invoice copy",
          "Wrong size",
          "Cancel subscription",
          "Gift card \"not valid\"",
          "Login problem");
  private static final String[] SENTENCES = {
    "I ordered a %s last week and it has not arrived yet.",
    "The %s came with a scratch on one side; can you send another?",
    "Thanks for the quick reply.\nThe %s works now.",
    "Could you tell me whether the %s is still under warranty?",
    "I would like to return the %s, it is not what I expected.",
    "My colleague said the %s could be exchanged in the shop.",
    "Please change the delivery address for the %s."
  };

  private Words() {}

  public static String sentences(Dice dice, int count) {
    StringBuilder text = new StringBuilder(count * 60);
    for (int i = 0; i < count; i++) {
      String sentence = dice.pick(SENTENCES);
      int gap = sentence.indexOf("%s");
      text.append(i == 0 ? "" : " ").append(sentence, 0, gap);
      text.append(dice.pick(PRODUCTS)).append(sentence, gap + 2, sentence.length());
    }
    return text.toString();
  }

  /** Addresses under domains reserved for examples. */
  public static String email(String name, int number) {
    StringBuilder address = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
        address.append((char) (c | 0x20));
      }
    }
    String domain = number % 3 == 0 ? "@example.org" : "@example.com";
    return address.append(".").append(number).append(domain).toString();
  }

  /** Numbers from the range reserved for fiction. */
  public static String phone(Dice dice) {
    return "+1" + dice.between(201, 989) + "55501" + dice.between(10, 99);
  }
}
