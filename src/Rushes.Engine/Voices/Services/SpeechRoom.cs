using Rushes.Engine.Accounts;

namespace Rushes.Engine.Voices.Services;

/// <summary>Whom all lines that this process has spoken may ask now.</summary>
public sealed class SpeechRoom(SpeechRules rules, TimeProvider time) : SeatRoom<SpeechSeat>(rules.Patience, time)
{
    internal SpeechRules Rules => rules;
}
