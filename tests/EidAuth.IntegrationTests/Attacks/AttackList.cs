namespace EidAuth.IntegrationTests.Attacks;

/// <summary>
/// What is played for each row of the table, by the row's first cell: once as agent and town are, once put together without the one defence of the row. Nothing in src
/// can leave it out; these put other services in its place, or take it from the list.
/// </summary>
internal static class AttackList
{
    /// <summary>True: as it is. False: without the defence.</summary>
    public static IReadOnlyDictionary<string, Func<bool, Task<AttackEnd>>> All { get; } = new Dictionary<string, Func<bool, Task<AttackEnd>>>
    {
        ["a page under a name that resolves here reads the consent page"] = PortAttacks.RebindingReadsAsync,
        ["the same page presses the buttons, to the token"] = PortAttacks.RebindingDrivesAsync,
        ["a script of another page fetches the login page"] = PortAttacks.FetchAsync,
        ["a page opens a WebSocket to the agent"] = PortAttacks.WebSocketAsync,
        ["a page has the login page fetched ahead of any click"] = PortAttacks.PrefetchAsync,
        ["the consent page in a frame"] = PortAttacks.FrameAsync,
        ["a form of another site presses a button, with the page's token"] = PortAttacks.CrossSiteFormAsync,
        ["a form without the page's token presses a button"] = PortAttacks.NoPageTokenAsync,
        ["a program of another user drives the agent"] = PortAttacks.AnotherUserAsync,
        ["a program whose user nobody can tell drives the agent"] = PortAttacks.UnknownUserAsync,
        ["a foreign `Host`, with forwarding headers that name the right one"] = PortAttacks.ForwardedHostAsync,
        ["a proxy between browser and agent"] = PortAttacks.ThroughProxyAsync,
        ["a request of another version"] = PortAttacks.OtherVersionAsync,
        ["a request with a PIN in it"] = PortAttacks.PinInAddressAsync,
        ["an address of 64 KiB"] = PortAttacks.LongAddressAsync,
        ["1,000 connections that say nothing"] = PortAttacks.SilentConnectionsAsync,
        ["sites ask for the PIN until the card is blocked"] = LockOutAttacks.AskUntilBlockedAsync,
        ["relay: a token for evil.example is posted to the town"] = TownAttacks.RelayAsync,
        ["replay: the same token twice"] = TownAttacks.ReplayAsync,
        ["replay: the same token at two servers"] = TownAttacks.ReplayAtSecondServerAsync,
        ["forged login: the attacker's token in somebody's browser"] = TownAttacks.ForgedLoginAsync,
        ["a token posted by another page"] = TownAttacks.PostedByAnotherPageAsync,
        ["a token kept for a day"] = TownAttacks.KeptTokenAsync,
        ["a subject in a header, as a proxy would add it"] = TownAttacks.SubjectHeaderAsync,
        ["the town's own address in forwarding headers"] = TownAttacks.ForwardedOriginAsync,
        ["downgrade: a token of an older format"] = TownAttacks.OlderFormatAsync,
        ["downgrade: a token that chooses its algorithm"] = TownAttacks.OtherAlgorithmAsync,
    };
}
