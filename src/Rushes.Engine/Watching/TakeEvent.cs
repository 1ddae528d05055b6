namespace Rushes.Engine.Watching;

/// <summary>Something that happened to one take.</summary>
public abstract record TakeEvent(int Scene, int Take) : StudioEvent;
