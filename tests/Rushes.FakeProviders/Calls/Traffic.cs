namespace Rushes.FakeProviders.Calls;

/// <summary>The load one account put on the server.</summary>
/// <param name="Submits">Submissions that reached the wire, refused ones too.</param>
/// <param name="Created">Operations created.</param>
/// <param name="MostInFlight">The most requests answered at the same time.</param>
/// <param name="MostRunning">The most operations generating at the same time.</param>
/// <param name="MostPerMinute">The most submissions in any 60 seconds.</param>
public sealed record Traffic(int Submits, int Created, int MostInFlight, int MostRunning, int MostPerMinute);
