namespace EidAuth.Simulator.Reader;

/// <summary>The keys of the reader's keypad.</summary>
public enum KeypadKey
{
    /// <summary>0</summary>
    D0,

    /// <summary>1</summary>
    D1,

    /// <summary>2</summary>
    D2,

    /// <summary>3</summary>
    D3,

    /// <summary>4</summary>
    D4,

    /// <summary>5</summary>
    D5,

    /// <summary>6</summary>
    D6,

    /// <summary>7</summary>
    D7,

    /// <summary>8</summary>
    D8,

    /// <summary>9</summary>
    D9,

    /// <summary>One digit back.</summary>
    Backspace,

    /// <summary>Give up.</summary>
    Cancel,

    /// <summary>Done.</summary>
    Ok,
}
