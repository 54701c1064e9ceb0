package tenfold.coop;

/// A family of the co-op.
///
/// @param id its number
/// @param name its name
/// @param enrollmentDate ISO date on which it joined
public record Family(long id, String name, String enrollmentDate) {

  /// How the family looks before anybody renamed it.
  static Family initial(long id) {
    return new Family(id, "Family " + id, "2026-09-01");
  }

  Family renamed(String newName) {
    return new Family(id, newName, enrollmentDate);
  }

  /// As JSON, with the column names as keys.
  String toJson() {
    return "{\"family_id\":" + id + ",\"family_name\":\"" + Json.escape(name) + "\",\"enrollment_date\":\""
        + Json.escape(enrollmentDate) + "\"}";
  }
}
