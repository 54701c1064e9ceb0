package tenfold.component.balancing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import tenfold.theory.GoldenVectors;
import org.junit.jupiter.params.provider.MethodSource;

/// nginx's choices, against vectors of an independent program and against what each algorithm promises. Peers are
/// called a, b, c …
class BalancingTest {
  private static final FailureRule ONE_FAILURE = new FailureRule(1, 10);
  private static final Choice NOBODY = _ -> java.util.Optional.empty();

  static Stream<Arguments> roundRobinVectors() {
    return GoldenVectors.of("smooth weighted round robin");
  }

  static Stream<Arguments> recoveryVectors() {
    return GoldenVectors.of("SWRR effective weight recovery");
  }

  static Stream<Arguments> ipHashVectors() {
    return GoldenVectors.of("ip_hash");
  }

  static Stream<Arguments> checkVectors() {
    return GoldenVectors.of("health check rise=2 fall=3 start down");
  }

  @ParameterizedTest
  @MethodSource("roundRobinVectors")
  void roundRobinIsSmooth(String input, String picks) {
    var peers = peers(numbers(input.split(";")[0]));
    for (int down : numbers(input.split(";")[1])) {
      peers.get(down).isDown(true);
    }
    assertEquals(picks, picks(new SmoothRoundRobin(peers), picks.length()));
  }

  @ParameterizedTest
  @MethodSource("recoveryVectors")
  void aPeerThatFailedRegainsItsWeightByOneWithEveryTurn(String input, String picks) {
    var peers = peers(numbers(input.split(";")[0]));
    var roundRobin = new SmoothRoundRobin(peers);
    var first = picks(roundRobin, 7);
    peers.getFirst().failed(0, ONE_FAILURE);
    assertEquals(picks, first + picks(roundRobin, picks.length() - 7));
  }

  @ParameterizedTest
  @MethodSource("ipHashVectors")
  void anAddressIsHashedByItsFirstThreeOctets(String input, String output) {
    int address = address(input.split(";")[0]);
    var peers = peers(1, 1, 1, 1);
    var chosen = new IpHash(peers, NOBODY).choose(visit(address, "")).orElseThrow();
    assertEquals(output, "hash=" + IpHash.hash(address) + ";peer=" + peers.indexOf(chosen));
  }

  @ParameterizedTest
  @MethodSource("checkVectors")
  void checksInARowBringAPeerUpAndDown(String checks, String states) {
    var counter = new RiseAndFall(2, 3, false);
    assertEquals(states, checks.chars().mapToObj(check -> counter.isUpAfter(check == '+') ? "U" : "D")
        .collect(Collectors.joining()));
  }

  /// Kept out from second 5 to 15, both included; at 16 a trial, whose answer forgets the failure.
  @Test
  void aFailureKeepsAPeerOutForWholeSeconds() {
    var peer = new Peer("a", 1);
    peer.chosen(5, ONE_FAILURE);
    peer.failed(5, ONE_FAILURE);
    assertTrue(peer.isKeptOut(15, ONE_FAILURE));
    assertFalse(peer.isKeptOut(16, ONE_FAILURE));
    peer.chosen(16, ONE_FAILURE);
    assertTrue(peer.isKeptOut(16, ONE_FAILURE));
    peer.answered();
    assertFalse(peer.isKeptOut(16, ONE_FAILURE));
    assertEquals(0, peer.connections());
  }

  /// 3 failures of 3: the weight of 6 loses 2 with each. Failures add up until an answer after a trial.
  @Test
  void eachFailureTakesItsShareOfTheWeight() {
    var rule = new FailureRule(3, 10);
    var peer = new Peer("a", 6);
    for (int left : new int[] {4, 2, 0, 0}) {
      peer.failed(1, rule);
      assertEquals(left, peer.effectiveWeight);
    }
    assertTrue(peer.isKeptOut(1, rule));
  }

  /// a, weight 2, has 3 under way, b, weight 1, has 2: 1.5 a unit against 2.
  @Test
  void leastConnectionsCountsByWeight() {
    var peers = peers(2, 1);
    connect(peers.getFirst(), 3);
    connect(peers.getLast(), 2);
    assertEquals("a", picks(new LeastConnections(peers), 1));
  }

  @Test
  void leastConnectionsTakesTurnsAmongEquals() {
    var peers = peers(1, 1, 1);
    connect(peers.get(1), 1);
    assertEquals("acac", picks(new LeastConnections(peers), 4));
  }

  /// 203.0.113.x hashes to 2592, which is a's; from there the hash goes on.
  @Test
  void ipHashGoesOnWhenItsPeerIsDown() {
    var peers = peers(1, 1, 1, 1);
    peers.getFirst().isDown(true);
    var hash = new IpHash(peers, NOBODY);
    var chosen = hash.choose(visit(address("203.0.113.7"), "")).orElseThrow();
    assertFalse(chosen.isDown());
    assertSame(chosen, hash.choose(visit(address("203.0.113.200"), "")).orElseThrow());
  }

  @Test
  void aHashFallsBackOnRoundRobinAfterTwentyMisses() {
    var peers = peers(100, 100, 1);
    peers.get(0).isDown(true);
    peers.get(1).isDown(true);
    var fallback = new SmoothRoundRobin(peers);
    assertEquals("c", picks(new IpHash(peers, fallback), 1));
    assertEquals("c", picks(new ConsistentHash(peers, fallback), 1));
    assertEquals("c", picks(new WeightedRandom(peers, new SplittableRandom(1), fallback), 1));
    assertEquals("c", picks(new TwoRandomChoices(peers, new SplittableRandom(1), fallback), 1));
  }

  @Test
  void nobodyIsTriedTwice() {
    var peers = peers(1, 1, 1);
    var roundRobin = new SmoothRoundRobin(peers);
    for (var choice : List.of(roundRobin, new LeastConnections(peers), new IpHash(peers, roundRobin),
        new ConsistentHash(peers, roundRobin), new WeightedRandom(peers, new SplittableRandom(1), roundRobin),
        new TwoRandomChoices(peers, new SplittableRandom(1), roundRobin))) {
      var visit = visit(address("10.1.2.3"), "key");
      var order = IntStream.range(0, 3).mapToObj(_ -> choice.choose(visit).orElseThrow().name()).sorted().toList();
      assertEquals(List.of("a", "b", "c"), order);
      assertTrue(choice.choose(visit).isEmpty());
    }
  }

  /// 40,000 draws: the share of a, 3/4, has a standard error of 0.002; a false alarm at five of them is never seen.
  @Test
  void randomGoesByWeight() {
    var picks = picks(new WeightedRandom(peers(3, 1), new SplittableRandom(1), NOBODY), 40_000);
    assertEquals(0.75, picks.chars().filter(pick -> pick == 'a').count() / 40_000.0, 0.011);
  }

  /// Of two peers both are always drawn: the less busy one wins.
  @Test
  void theLessBusyOfTwoWins() {
    var peers = peers(1, 1);
    connect(peers.getFirst(), 1);
    assertEquals("bbbbbbbb", picks(new TwoRandomChoices(peers, new SplittableRandom(1), NOBODY), 8));
  }

  /// A fifth peer takes about a fifth of the keys, and no key moves between the old ones.
  @Test
  void aPeerMoreMovesOnlyTheKeysThatItTakes() {
    var five = peers(1, 1, 1, 1, 1);
    var before = new ConsistentHash(five.subList(0, 4), NOBODY);
    var after = new ConsistentHash(five, NOBODY);
    int moved = 0;
    for (int key = 0; key < 10_000; key++) {
      var old = before.choose(visit(0, "key " + key)).orElseThrow();
      var now = after.choose(visit(0, "key " + key)).orElseThrow();
      assertTrue(now == old || now == five.getLast());
      moved += now == old ? 0 : 1;
    }
    assertEquals(2_000, moved, 400);
  }

  /// The plain hash is crc32's upper half; "123456789" has the CRC cbf43926 (the check value of CRC-32), so 0x4bf4.
  /// From four to five peers four of five keys move (k mod 4 = k mod 5 for one in five): of 10,000 keys 8,000, a
  /// standard deviation is 40.
  @Test
  void aPeerMoreMovesMostKeysOfThePlainHash() {
    assertEquals(0x4bf4, ModuloHash.hash("123456789", 0));
    var five = peers(1, 1, 1, 1, 1);
    var before = new ModuloHash(five.subList(0, 4), NOBODY);
    var after = new ModuloHash(five, NOBODY);
    long moved = IntStream.range(0, 10_000).mapToObj(i -> visit(0, "/api/family/" + i))
        .filter(visit -> before.choose(visit).orElseThrow() != after.choose(visit(0, visit.key())).orElseThrow())
        .count();
    assertEquals(8_000, moved, 4 * 40);
  }

  /// Five in a row stay with a; a is put back by one round only, so that two later a has its turn again.
  @Test
  void whoStaysPutsAPeerBackByOneRoundAtMost() {
    var peers = peers(1, 1, 1);
    var roundRobin = new SmoothRoundRobin(peers);
    for (int i = 0; i < 5; i++) {
      roundRobin.stay(peers.getFirst(), visit(0, ""));
    }
    assertEquals("bcabca", picks(roundRobin, 6));
  }

  private static String picks(Choice choice, int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> choice.choose(visit(address("10.1.2.3"), "key")).orElseThrow().name())
        .collect(Collectors.joining());
  }

  private static Visit visit(int address, String key) {
    return new Visit(address, key, peer -> !peer.isDown());
  }

  private static List<Peer> peers(int... weights) {
    return IntStream.range(0, weights.length)
        .mapToObj(i -> new Peer(Character.toString('a' + i), weights[i])).toList();
  }

  private static void connect(Peer peer, int times) {
    for (int i = 0; i < times; i++) {
      peer.chosen(0, ONE_FAILURE);
    }
  }

  private static int address(String dotted) {
    return Arrays.stream(dotted.split("\\.")).mapToInt(Integer::parseInt).reduce(0, (sum, octet) -> sum << 8 | octet);
  }

  /// The numbers in a text as "weights=(5, 1, 1)".
  private static int[] numbers(String text) {
    return Arrays.stream(text.split("\\D+")).filter(part -> !part.isEmpty()).mapToInt(Integer::parseInt).toArray();
  }
}
