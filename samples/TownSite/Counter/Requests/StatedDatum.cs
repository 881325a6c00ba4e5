using TownSite.Counter.Forms;
using TownSite.Data;

namespace TownSite.Counter.Requests;

/// <summary>One line of a certificate: what it states, what proves it, and when that was read.</summary>
internal sealed record StatedDatum(Datum Datum, string Value, ProfileSource Source, DateTimeOffset ReadAt);
