namespace Rushes.Providers.Animatic.Life;

/// <summary>How a mouth is drawn.</summary>
internal enum MouthShape
{
    Closed,
    Half,
    Open,
}
